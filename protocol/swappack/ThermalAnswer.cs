using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the thermal system answers (T2B, 18FFC13A). Work as in <see cref="ThermalRequest"/>.
    /// </summary>
    public static class ThermalAnswer
    {
        public const uint Id = 0x18FFC13A;
        public const int PeriodMs = 1000;

        public const long Work =                1 +  2 * Bits + Motorola;
        public const long HighVoltageRelay =    3 +  2 * Bits + Motorola;
        public const long OutletTemperatureC = 15 +  8 * Bits + Motorola                - 40 * Offset;
        public const long ReturnTemperatureC = 23 +  8 * Bits + Motorola                - 40 * Offset;
        public const long Version =            31 +  8 * Bits + Motorola;
        public const long PowerW =             47 + 16 * Bits + Motorola + 100 * Factor;
        public const long FaultCode =          61 +  6 * Bits + Motorola;
        public const long FaultLevel =         63 +  2 * Bits + Motorola;
    }
}
