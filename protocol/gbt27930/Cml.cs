namespace SwapEdge.Protocol
{
    /// <summary>Highest and lowest output of the charger; V1.0 sends no lowest current.</summary>
    public static class Cml
    {
        public const int Pgn = 0x0800;
        public const int Priority = 6;
        public const int MinLength = 6;
        public const int Length = 8;
        public const int PeriodMs = 250;

        //                                                    start len order         sign   factor offset
        public static readonly Signal MaxVoltageMv = new Signal(  0, 16, Order.Intel, false, 100,       0);
        public static readonly Signal MinVoltageMv = new Signal( 16, 16, Order.Intel, false, 100,       0);
        public static readonly Signal MaxCurrentMa = new Signal( 32, 16, Order.Intel, false, 100, -400000);

        /// <summary>Chargers exist that exchange it with the highest current.</summary>
        public static readonly Signal MinCurrentMa = new Signal( 48, 16, Order.Intel, false, 100, -400000);
    }
}
