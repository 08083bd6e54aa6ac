namespace SwapEdge.Protocol
{
    /// <summary>What the BMS asks of the vehicle; true charge and health (BMU, 1801D0F3).</summary>
    public static class PackBmu
    {
        public const uint Id = 0x1801D0F3;
        public const int PeriodMs = 100;

        //                                                                start len order         sign   factor offset
        public static readonly Signal VinRequest = new Signal(             0,  2, Order.Intel, false,   1,        0);

        /// <summary>
        /// 1 off is requested, 2 it is not: named the other way round in the definition, whose values count.
        /// </summary>
        public static readonly Signal HighVoltageOffRequest = new Signal(  2,  2, Order.Intel, false,   1,        0);
        public static readonly Signal FullChargeRequest = new Signal(      4,  2, Order.Intel, false,   1,        0);
        public static readonly Signal ChargePermille = new Signal(         8,  8, Order.Intel, false,   4,        0);
        public static readonly Signal HealthPermille = new Signal(        16,  8, Order.Intel, false,   4,        0);
        public static readonly Signal CurrentMa = new Signal(             24, 16, Order.Intel, false, 100, -3200000);
        public static readonly Signal SpecialCharge = new Signal(         40,  3, Order.Intel, false,   1,        0);

        /// <summary>1 the edition of 2025.</summary>
        public static readonly Signal Gbt32960Edition = new Signal(       43,  3, Order.Intel, false,   1,        0);
        public static readonly Signal Gb44495Support = new Signal(        46,  2, Order.Intel, false,   1,        0);
    }
}
