namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy charged by plug, extremes of the cells' charge, usable energy (B2E_Egy3, 18F3D0F3).
    /// </summary>
    public static class Energy3
    {
        public const uint Id = 0x18F3D0F3;
        public const int PeriodMs = 10000;

        //                                                                start len order         sign   factor offset
        public static readonly Signal PlugChargedWh = new Signal(          0, 24, Order.Intel, false, 100, 0);
        public static readonly Signal MaxCellChargePermille = new Signal( 24,  8, Order.Intel, false,   4, 0);
        public static readonly Signal MinCellChargePermille = new Signal( 32,  8, Order.Intel, false,   4, 0);
        public static readonly Signal RemainingWh = new Signal(           48, 16, Order.Intel, false, 100, 0);
    }
}
