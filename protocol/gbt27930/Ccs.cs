namespace SwapEdge.Protocol
{
    /// <summary>Output of the charger: 7 bytes, 8 where it is padded, 6 in V1.0, which sends no permission.</summary>
    public static class Ccs
    {
        public const int Pgn = 0x1200;
        public const int Priority = 6;
        public const int MinLength = 6;
        public const int Length = 7;
        public const int MaxLength = 8;
        public const int PeriodMs = 50;

        // Values of Permission
        public const int Paused = 0;
        public const int Allowed = 1;

        //                                                  start len order         sign   factor offset
        public static readonly Signal VoltageMv = new Signal(   0, 16, Order.Intel, false, 100,       0);
        public static readonly Signal CurrentMa = new Signal(  16, 16, Order.Intel, false, 100, -400000);
        public static readonly Signal Minutes = new Signal(    32, 16, Order.Intel, false,   1,       0);
        public static readonly Signal Permission = new Signal( 48,  2, Order.Intel, false,   1,       0);
    }
}
