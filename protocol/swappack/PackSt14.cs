namespace SwapEdge.Protocol
{
    /// <summary>Second set of relays, low-voltage supply, charge permission (B2V_ST14, 188ED0F3).</summary>
    public static class PackSt14
    {
        public const uint Id = 0x188ED0F3;
        public const int PeriodMs = 100;

        // Values of Base
        public const int LowPower = 0;
        public const int HighPower = 1;

        //                                                                     start len order         sign   factor
        public static readonly Signal MainPositive2Welded = new Signal(         0,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegative2Welded = new Signal(         1,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositive2CannotClose = new Signal(    2,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegative2CannotClose = new Signal(    3,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositive2 = new Signal(               4,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegative2 = new Signal(               6,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive3Welded = new Signal(       8,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative3Welded = new Signal(       9,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive3CannotClose = new Signal( 10,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative3CannotClose = new Signal( 11,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive3 = new Signal(            12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative3 = new Signal(            14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive4Welded = new Signal(      16,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative4Welded = new Signal(      17,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive4CannotClose = new Signal( 18,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative4CannotClose = new Signal( 19,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargePositive4 = new Signal(            20,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeNegative4 = new Signal(            22,  2, Order.Intel, false, 1, 0);
        public static readonly Signal SupplyMv = new Signal(                   24,  6, Order.Intel, false, 1000, 0);
        public static readonly Signal Base = new Signal(                       30,  2, Order.Intel, false, 1, 0);

        /// <summary>The definition contradicts itself: with this offset its declared maximum cannot be sent.</summary>
        public static readonly Signal MaxChargeMa = new Signal(              32, 16, Order.Intel, false, 100, -2000000);
        public static readonly Signal StopReason = new Signal(                 48,  8, Order.Intel, false, 1, 0);
    }
}
