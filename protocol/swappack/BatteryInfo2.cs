namespace SwapEdge.Protocol
{
    /// <summary>Counts, and limits of a cell (B2V_BattInfo2, 18E6D0F3).</summary>
    public static class BatteryInfo2
    {
        public const uint Id = 0x18E6D0F3;
        public const int PeriodMs = 100;

        //                                                     start len order         sign   factor offset
        public static readonly Signal BoardCount = new Signal(  0,  8, Order.Intel, false,   1, 0);
        public static readonly Signal CellCount = new Signal(   8, 16, Order.Intel, false,   1, 0);
        public static readonly Signal ProbeCount = new Signal( 24, 16, Order.Intel, false,   1, 0);
        public static readonly Signal PlateauMv = new Signal(  40,  8, Order.Intel, false, 100, 0);
        public static readonly Signal MinCellMv = new Signal(  48,  8, Order.Intel, false, 100, 0);
        public static readonly Signal MaxCellMv = new Signal(  56,  8, Order.Intel, false, 100, 0);
    }
}
