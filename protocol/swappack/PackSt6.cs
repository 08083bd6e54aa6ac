using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Lowest cell voltage, and temperatures of the main relays (B2V_ST6, 1886D0F3).</summary>
    public static class PackSt6
    {
        public const uint Id = 0x1886D0F3;
        public const int PeriodMs = 100;

        public const long MinCellMv =                  0 + 16 * Bits;
        public const long MinBoard =                  16 +  8 * Bits;
        public const long MinCellNumber =             24 +  8 * Bits;
        public const long MainPositive1TemperatureC = 32 +  8 * Bits - 50 * Offset;
        public const long MainPositive2TemperatureC = 40 +  8 * Bits - 50 * Offset;
        public const long MainNegative1TemperatureC = 48 +  8 * Bits - 50 * Offset;
        public const long MainNegative2TemperatureC = 56 +  8 * Bits - 50 * Offset;
    }
}
