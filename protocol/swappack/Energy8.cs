namespace SwapEdge.Protocol
{
    /// <summary>Charged and discharged capacity, 32-bit counters (B2E_Egy8, 18F8D0F3): read raw.</summary>
    public static class Energy8
    {
        public const uint Id = 0x18F8D0F3;
        public const int PeriodMs = 10000;

        //                                                            start len order         sign   factor offset
        public static readonly Signal ChargedTenthAh = new Signal(     0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal DischargedTenthAh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
