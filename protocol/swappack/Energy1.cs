namespace SwapEdge.Protocol
{
    /// <summary>Energy since the pack was made, and of one charge, 24 bits (B2E_Egy1, 18F1D0F3).</summary>
    public static class Energy1
    {
        public const uint Id = 0x18F1D0F3;
        public const int PeriodMs = 10000;

        //                                                         start len order         sign   factor offset
        public static readonly Signal ChargedWh = new Signal(       0, 24, Order.Intel, false, 100, 0);
        public static readonly Signal DischargedWh = new Signal(   24, 24, Order.Intel, false, 100, 0);
        public static readonly Signal SingleChargeWh = new Signal( 48, 16, Order.Intel, false, 100, 0);
    }
}
