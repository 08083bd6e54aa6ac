namespace SwapEdge.Protocol
{
    /// <summary>The charger ends charging, and why. Two bits a reason: 1 yes, 0 no, 2 untrusted.</summary>
    public static class Cst
    {
        public const int Pgn = 0x1A00;
        public const int Priority = 4;
        public const int Length = 4;
        public const int PeriodMs = 10;

        //                                                        start len order         sign   factor offset
        public static readonly Signal ConditionReached = new Signal(  0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Manual = new Signal(            2,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Fault = new Signal(             4,  2, Order.Intel, false, 1, 0);
        public static readonly Signal BmsStopped = new Signal(        6,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargerHot = new Signal(        8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeConnector = new Signal(  10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal InsideHot = new Signal(        12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CannotDeliver = new Signal(    14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal EmergencyStop = new Signal(    16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Other = new Signal(            18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CurrentMismatch = new Signal(  24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal VoltageAbnormal = new Signal(  26,  2, Order.Intel, false, 1, 0);
    }
}
