namespace SwapEdge.Protocol
{
    /// <summary>
    /// Capacity charged by plug and of one charge, 32-bit counters (B2E_Egy10, 18FAD0F3): read raw.
    /// </summary>
    public static class Energy10
    {
        public const uint Id = 0x18FAD0F3;
        public const int PeriodMs = 10000;

        //                                                              start len order         sign   factor offset
        public static readonly Signal PlugChargedTenthAh = new Signal(   0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal SingleChargeTenthAh = new Signal( 32, 32, Order.Intel, false, 1, 0);
    }
}
