namespace SwapEdge.Protocol
{
    /// <summary>What the BMS demands of the charger. A negative current is charging.</summary>
    public static class Bcl
    {
        public const int Pgn = 0x1000;
        public const int Priority = 6;
        public const int Length = 5;
        public const int PeriodMs = 50;

        // Values of Regulation
        public const int ConstantVoltage = 1;
        public const int ConstantCurrent = 2;

        //                                                  start len order         sign   factor offset
        public static readonly Signal VoltageMv = new Signal(   0, 16, Order.Intel, false, 100,       0);
        public static readonly Signal CurrentMa = new Signal(  16, 16, Order.Intel, false, 100, -400000);
        public static readonly Signal Regulation = new Signal( 32,  8, Order.Intel, false,   1,       0);
    }
}
