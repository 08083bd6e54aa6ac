using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Temperatures of up to four charge connectors, two each (B2V_ST7, 1887D0F3).</summary>
    public static class PackSt7
    {
        public const uint Id = 0x1887D0F3;
        public const int PeriodMs = 100;

        public const long ConnectorA1TemperatureC =  0 + 8 * Bits - 50 * Offset;
        public const long ConnectorA2TemperatureC =  8 + 8 * Bits - 50 * Offset;
        public const long ConnectorB1TemperatureC = 16 + 8 * Bits - 50 * Offset;
        public const long ConnectorB2TemperatureC = 24 + 8 * Bits - 50 * Offset;
        public const long ConnectorC1TemperatureC = 32 + 8 * Bits - 50 * Offset;
        public const long ConnectorC2TemperatureC = 40 + 8 * Bits - 50 * Offset;
        public const long ConnectorD1TemperatureC = 48 + 8 * Bits - 50 * Offset;
        public const long ConnectorD2TemperatureC = 56 + 8 * Bits - 50 * Offset;
    }
}
