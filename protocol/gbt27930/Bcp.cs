using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charging parameters of the pack.</summary>
    public static class Bcp
    {
        public const int Pgn = 0x0600;
        public const int Priority = 7;
        public const int Length = 13;
        public const int PeriodMs = 500;

        public const long MaxCellMv =        0 + 16 * Bits +  10 * Factor;
        public const long MaxCurrentMa =    16 + 16 * Bits + 100 * Factor - 400000 * Offset;
        public const long EnergyWh =        32 + 16 * Bits + 100 * Factor;
        public const long MaxVoltageMv =    48 + 16 * Bits + 100 * Factor;
        public const long MaxTemperatureC = 64 +  8 * Bits                - 50 * Offset;
        public const long ChargePermille =  72 + 16 * Bits;
        public const long VoltageMv =       88 + 16 * Bits + 100 * Factor;
    }
}
