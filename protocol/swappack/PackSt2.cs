namespace SwapEdge.Protocol
{
    /// <summary>State of charge and health, current and its limits (B2V_ST2, 1882D0F3).</summary>
    public static class PackSt2
    {
        public const uint Id = 0x1882D0F3;
        public const int PeriodMs = 100;

        //                                                         start len order         sign   factor offset
        public static readonly Signal ChargePermille = new Signal(     0,  8, Order.Intel, false,   4,        0);
        public static readonly Signal HealthPermille = new Signal(     8,  8, Order.Intel, false,   4,        0);
        public static readonly Signal CurrentMa = new Signal(         16, 16, Order.Intel, false, 100, -1000000);
        public static readonly Signal MaxRegenerativeMa = new Signal( 32, 16, Order.Intel, false, 100,        0);
        public static readonly Signal MaxDischargeMa = new Signal(    48, 16, Order.Intel, false, 100,        0);
    }
}
