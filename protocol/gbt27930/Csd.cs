namespace SwapEdge.Protocol
{
    /// <summary>Statistics of the charger at the end.</summary>
    public static class Csd
    {
        public const int Pgn = 0x1D00;
        public const int Priority = 6;
        public const int Length = 8;
        public const int PeriodMs = 250;

        //                                                     start len order         sign   factor offset
        public static readonly Signal Minutes = new Signal(        0, 16, Order.Intel, false,   1, 0);
        public static readonly Signal EnergyWh = new Signal(      16, 16, Order.Intel, false, 100, 0);

        /// <summary>Wider than an int: read raw.</summary>
        public static readonly Signal ChargerNumber = new Signal( 32, 32, Order.Intel, false,   1, 0);
    }
}
