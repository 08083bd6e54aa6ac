namespace SwapEdge.Protocol
{
    /// <summary>The BMS ends charging, and why. Two bits a reason: 1 yes, 0 no, 2 untrusted.</summary>
    public static class Bst
    {
        public const int Pgn = 0x1900;
        public const int Priority = 4;
        public const int Length = 4;
        public const int PeriodMs = 10;

        //                                                           start len order         sign   factor offset
        public static readonly Signal ChargeReached = new Signal(        0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal TotalVoltageReached = new Signal(  2,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageReached = new Signal(   4,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargerStopped = new Signal(       6,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Insulation = new Signal(           8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal OutputConnectorHot = new Signal(  10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ElementHot = new Signal(          12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeConnector = new Signal(     14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PackHot = new Signal(             16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Relay = new Signal(               18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CheckPoint2 = new Signal(         20,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Other = new Signal(               22,  2, Order.Intel, false, 1, 0);
        public static readonly Signal OverCurrent = new Signal(         24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal VoltageAbnormal = new Signal(     26,  2, Order.Intel, false, 1, 0);
    }
}
