namespace SwapEdge.Protocol
{
    /// <summary>Energy since the pack was made, 32-bit counters (B2E_Egy4, 18F4D0F3): read raw.</summary>
    public static class Energy4
    {
        public const uint Id = 0x18F4D0F3;
        public const int PeriodMs = 10000;

        //                                                             start len order         sign   factor offset
        public static readonly Signal ChargedTenthKwh = new Signal(     0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal DischargedTenthKwh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
