namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap energy, 24 bits; fine state of charge (B2E_Egy2, 18F2D0F3).</summary>
    public static class Energy2
    {
        public const uint Id = 0x18F2D0F3;
        public const int PeriodMs = 10000;

        //                                                         start len order         sign   factor offset
        public static readonly Signal RegeneratedWh = new Signal(   0, 24, Order.Intel, false, 100, 0);
        public static readonly Signal SwapChargedWh = new Signal(  24, 24, Order.Intel, false, 100, 0);
        public static readonly Signal ChargePermille = new Signal( 48, 10, Order.Intel, false,   1, 0);
    }
}
