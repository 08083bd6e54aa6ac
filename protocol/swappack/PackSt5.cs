using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Highest and mean cell voltage, and the highest alarm level in five steps (B2V_ST5, 1885D0F3).
    /// </summary>
    public static class PackSt5
    {
        public const uint Id = 0x1885D0F3;
        public const int PeriodMs = 100;

        public const long MaxCellMv =      0 + 16 * Bits;
        public const long MaxBoard =      16 +  8 * Bits;
        public const long MaxCellNumber = 24 +  8 * Bits;
        public const long MeanCellMv =    32 + 16 * Bits;
        public const long PackCount =     48 +  8 * Bits;

        /// <summary>0 to 4, where ST1 has 0 to 3.</summary>
        public const long MaxLevel =      56 +  3 * Bits;
    }
}
