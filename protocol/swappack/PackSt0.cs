namespace SwapEdge.Protocol
{
    /// <summary>Relays of the pack: welded, cannot close, open or closed (B2V_ST0, 1880D0F3).</summary>
    public static class PackSt0
    {
        public const uint Id = 0x1880D0F3;
        public const int PeriodMs = 100;

        // Values of the relay signals; 0 is reserved
        public const int Open = 1;
        public const int Closed = 2;
        public const int Invalid = 3;

        //                                                                  start len order         sign   factor offset
        public static readonly Signal SystemIndex = new Signal(                 0,  4, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositiveWelded = new Signal(          4,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegativeWelded = new Signal(          5,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive1Welded = new Signal(       6,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative1Welded = new Signal(       7,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive2Welded = new Signal(       8,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative2Welded = new Signal(       9,  1, Order.Intel, false, 1, 0);
        public static readonly Signal Heating1Welded = new Signal(             10,  1, Order.Intel, false, 1, 0);
        public static readonly Signal Heating2Welded = new Signal(             11,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositive = new Signal(               12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegative = new Signal(               14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PreCharge = new Signal(                  16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive1 = new Signal(            18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative1 = new Signal(            20,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive2 = new Signal(            22,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative2 = new Signal(            24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal AccessoryWelded = new Signal(            26,  1, Order.Intel, false, 1, 0);
        public static readonly Signal BranchOpen = new Signal(                 27,  1, Order.Intel, false, 1, 0);
        public static readonly Signal RegenerativeHighLevel = new Signal(      28,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositiveCannotClose = new Signal(    30,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegativeCannotClose = new Signal(    31,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive1CannotClose = new Signal( 32,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive2CannotClose = new Signal( 33,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative1CannotClose = new Signal( 34,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative2CannotClose = new Signal( 35,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ThermalWelded = new Signal(              36,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ThermalCannotClose = new Signal(         37,  1, Order.Intel, false, 1, 0);

        /// <summary>
        /// Named thermal runaway in the definition, described as a fault of the thermal system: the latter is meant.
        /// </summary>
        public static readonly Signal ThermalSystemFault = new Signal(         38,  1, Order.Intel, false, 1, 0);
        public static readonly Signal SupplyAbnormal = new Signal(             39,  1, Order.Intel, false, 1, 0);
        public static readonly Signal SelfProtection = new Signal(             40,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeSocketHotLevel = new Signal(       41,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PreChargeWelded = new Signal(            43,  1, Order.Intel, false, 1, 0);
        public static readonly Signal DcDcRelay = new Signal(                  44,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Heating1CannotClose = new Signal(        46,  1, Order.Intel, false, 1, 0);
        public static readonly Signal Heating2CannotClose = new Signal(        47,  1, Order.Intel, false, 1, 0);
        public static readonly Signal SystemCount = new Signal(                48,  4, Order.Intel, false, 1, 0);
        public static readonly Signal Heating2 = new Signal(                   52,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Heating1 = new Signal(                   54,  2, Order.Intel, false, 1, 0);
        public static readonly Signal FaultCode = new Signal(                  56,  8, Order.Intel, false, 1, 0);
    }
}
