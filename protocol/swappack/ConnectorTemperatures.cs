using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Temperatures of the swap connector (18FEF8A7). Derived from traffic, not from a definition; its period is a
    /// guess on the safe side.
    /// </summary>
    public static class ConnectorTemperatures
    {
        public const uint Id = 0x18FEF8A7;
        public const int PeriodMs = 1000;
        public const int Sensors = 8;

        public const long Sensor1TemperatureC =  0 + 8 * Bits - 50 * Offset;
        public const long Sensor2TemperatureC =  8 + 8 * Bits - 50 * Offset;
        public const long Sensor3TemperatureC = 16 + 8 * Bits - 50 * Offset;
        public const long Sensor4TemperatureC = 24 + 8 * Bits - 50 * Offset;
        public const long Sensor5TemperatureC = 32 + 8 * Bits - 50 * Offset;
        public const long Sensor6TemperatureC = 40 + 8 * Bits - 50 * Offset;
        public const long Sensor7TemperatureC = 48 + 8 * Bits - 50 * Offset;
        public const long Sensor8TemperatureC = 56 + 8 * Bits - 50 * Offset;
    }
}
