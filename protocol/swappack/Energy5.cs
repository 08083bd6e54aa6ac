namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap energy, 32-bit counters (B2E_Egy5, 18F5D0F3): read raw.</summary>
    public static class Energy5
    {
        public const uint Id = 0x18F5D0F3;
        public const int PeriodMs = 10000;

        //                                                              start len order         sign   factor offset
        public static readonly Signal RegeneratedTenthKwh = new Signal(  0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal SwapChargedTenthKwh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
