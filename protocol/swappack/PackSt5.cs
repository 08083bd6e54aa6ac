namespace SwapEdge.Protocol
{
    /// <summary>
    /// Highest and mean cell voltage, and the highest alarm level in five steps (B2V_ST5, 1885D0F3).
    /// </summary>
    public static class PackSt5
    {
        public const uint Id = 0x1885D0F3;
        public const int PeriodMs = 100;

        //                                                        start len order         sign   factor offset
        public static readonly Signal MaxCellMv = new Signal(      0, 16, Order.Intel, false, 1, 0);
        public static readonly Signal MaxBoard = new Signal(      16,  8, Order.Intel, false, 1, 0);
        public static readonly Signal MaxCellNumber = new Signal( 24,  8, Order.Intel, false, 1, 0);
        public static readonly Signal MeanCellMv = new Signal(    32, 16, Order.Intel, false, 1, 0);
        public static readonly Signal PackCount = new Signal(     48,  8, Order.Intel, false, 1, 0);

        /// <summary>0 to 4, where ST1 has 0 to 3.</summary>
        public static readonly Signal MaxLevel = new Signal(      56,  3, Order.Intel, false, 1, 0);
    }
}
