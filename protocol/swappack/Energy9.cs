namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap capacity, 32-bit counters (B2E_Egy9, 18F9D0F3): read raw.</summary>
    public static class Energy9
    {
        public const uint Id = 0x18F9D0F3;
        public const int PeriodMs = 10000;

        //                                                             start len order         sign   factor offset
        public static readonly Signal RegeneratedTenthAh = new Signal(  0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal SwapChargedTenthAh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
