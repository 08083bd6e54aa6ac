using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Cell temperature extremes and where they are (B2V_ST4, 1884D0F3).</summary>
    public static class PackSt4
    {
        public const uint Id = 0x1884D0F3;
        public const int PeriodMs = 100;

        public const long MaxTemperatureC =   0 + 8 * Bits - 50 * Offset;
        public const long MinTemperatureC =   8 + 8 * Bits - 50 * Offset;
        public const long MeanTemperatureC = 16 + 8 * Bits - 50 * Offset;
        public const long MaxBoard =         24 + 8 * Bits;
        public const long MaxProbe =         32 + 8 * Bits;
        public const long MinBoard =         40 + 8 * Bits;
        public const long MinProbe =         48 + 8 * Bits;
    }
}
