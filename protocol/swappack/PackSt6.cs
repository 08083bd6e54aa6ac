namespace SwapEdge.Protocol
{
    /// <summary>Lowest cell voltage, and temperatures of the main relays (B2V_ST6, 1886D0F3).</summary>
    public static class PackSt6
    {
        public const uint Id = 0x1886D0F3;
        public const int PeriodMs = 100;

        //                                                                    start len order         sign   factor
        public static readonly Signal MinCellMv = new Signal(                  0, 16, Order.Intel, false, 1,   0);
        public static readonly Signal MinBoard = new Signal(                  16,  8, Order.Intel, false, 1,   0);
        public static readonly Signal MinCellNumber = new Signal(             24,  8, Order.Intel, false, 1,   0);
        public static readonly Signal MainPositive1TemperatureC = new Signal( 32,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MainPositive2TemperatureC = new Signal( 40,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MainNegative1TemperatureC = new Signal( 48,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MainNegative2TemperatureC = new Signal( 56,  8, Order.Intel, false, 1, -50);
    }
}
