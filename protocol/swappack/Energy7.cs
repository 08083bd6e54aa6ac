namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy of one regeneration (read raw), time left, number of charges (B2E_Egy7, 18F7D0F3).
    /// </summary>
    public static class Energy7
    {
        public const uint Id = 0x18F7D0F3;
        public const int PeriodMs = 10000;

        //                                                                    start len order         sign   factor
        public static readonly Signal SingleRegeneratedTenthKwh = new Signal(  0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal RemainingMinutes = new Signal(          32, 16, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeCount = new Signal(               48, 16, Order.Intel, false, 1, 0);
    }
}
