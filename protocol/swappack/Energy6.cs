namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy charged by plug and of one charge, 32-bit counters (B2E_Egy6, 18F6D0F3): read raw.
    /// </summary>
    public static class Energy6
    {
        public const uint Id = 0x18F6D0F3;
        public const int PeriodMs = 10000;

        //                                                               start len order         sign   factor offset
        public static readonly Signal PlugChargedTenthKwh = new Signal(   0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal SingleChargeTenthKwh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
