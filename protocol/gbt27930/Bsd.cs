namespace SwapEdge.Protocol
{
    /// <summary>Statistics of the pack at the end.</summary>
    public static class Bsd
    {
        public const int Pgn = 0x1C00;
        public const int Priority = 6;
        public const int Length = 7;
        public const int PeriodMs = 250;

        //                                                       start len order         sign   factor offset
        public static readonly Signal ChargePermille = new Signal(   0,  8, Order.Intel, false, 10,   0);
        public static readonly Signal MinCellMv = new Signal(        8, 16, Order.Intel, false, 10,   0);
        public static readonly Signal MaxCellMv = new Signal(       24, 16, Order.Intel, false, 10,   0);
        public static readonly Signal MinTemperatureC = new Signal( 40,  8, Order.Intel, false,  1, -50);
        public static readonly Signal MaxTemperatureC = new Signal( 48,  8, Order.Intel, false,  1, -50);
    }
}
