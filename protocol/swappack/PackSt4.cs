namespace SwapEdge.Protocol
{
    /// <summary>Cell temperature extremes and where they are (B2V_ST4, 1884D0F3).</summary>
    public static class PackSt4
    {
        public const uint Id = 0x1884D0F3;
        public const int PeriodMs = 100;

        //                                                        start len order         sign   factor offset
        public static readonly Signal MaxTemperatureC = new Signal(   0,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MinTemperatureC = new Signal(   8,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MeanTemperatureC = new Signal( 16,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MaxBoard = new Signal(         24,  8, Order.Intel, false, 1,   0);
        public static readonly Signal MaxProbe = new Signal(         32,  8, Order.Intel, false, 1,   0);
        public static readonly Signal MinBoard = new Signal(         40,  8, Order.Intel, false, 1,   0);
        public static readonly Signal MinProbe = new Signal(         48,  8, Order.Intel, false, 1,   0);
    }
}
