namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the charger waited for in vain. Two bits a message: 1 time-out, 0 none, 2 untrusted. A swap dialect sends 8
    /// bytes.
    /// </summary>
    public static class Cem
    {
        public const int Pgn = 0x1F00;
        public const int Priority = 2;
        public const int Length = 4;
        public const int MaxLength = 8;
        public const int PeriodMs = 250;

        //                                           start len order         sign   factor offset
        public static readonly Signal Brm = new Signal(  0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bcp = new Signal(  8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bro = new Signal( 10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bcs = new Signal( 16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bcl = new Signal( 18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bst = new Signal( 20,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Bsd = new Signal( 24,  2, Order.Intel, false, 1, 0);
    }
}
