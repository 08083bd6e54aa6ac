namespace SwapEdge.Protocol
{
    /// <summary>Charging as the BMS measures it.</summary>
    public static class Bcs
    {
        public const int Pgn = 0x1100;
        public const int Priority = 7;
        public const int Length = 9;
        public const int PeriodMs = 250;

        //                                                        start len order         sign   factor offset
        public static readonly Signal VoltageMv = new Signal(         0, 16, Order.Intel, false, 100,       0);
        public static readonly Signal CurrentMa = new Signal(        16, 16, Order.Intel, false, 100, -400000);
        public static readonly Signal MaxCellMv = new Signal(        32, 12, Order.Intel, false,  10,       0);
        public static readonly Signal MaxCellGroup = new Signal(     44,  4, Order.Intel, false,   1,       0);
        public static readonly Signal ChargePermille = new Signal(   48,  8, Order.Intel, false,  10,       0);
        public static readonly Signal RemainingMinutes = new Signal( 56, 16, Order.Intel, false,   1,       0);
    }
}
