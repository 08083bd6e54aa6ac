namespace SwapEdge.Protocol
{
    /// <summary>BMS handshake: the highest total voltage it allows.</summary>
    public static class Bhm
    {
        public const int Pgn = 0x2700;
        public const int Priority = 6;
        public const int Length = 2;
        public const int PeriodMs = 250;

        //                                                    start len order         sign   factor offset
        public static readonly Signal MaxVoltageMv = new Signal(  0, 16, Order.Intel, false, 100, 0);
    }
}
