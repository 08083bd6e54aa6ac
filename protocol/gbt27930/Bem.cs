namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the BMS waited for in vain. Two bits a message: 1 time-out, 0 none, 2 untrusted. A swap dialect sends 8
    /// bytes.
    /// </summary>
    public static class Bem
    {
        public const int Pgn = 0x1E00;
        public const int Priority = 2;
        public const int Length = 4;
        public const int MaxLength = 8;
        public const int PeriodMs = 250;

        //                                                        start len order         sign   factor offset
        public static readonly Signal CrmNotRecognised = new Signal(  0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CrmRecognised = new Signal(     2,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CtsOrCml = new Signal(          8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Cro = new Signal(              10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Ccs = new Signal(              16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Cst = new Signal(              18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Csd = new Signal(              24,  2, Order.Intel, false, 1, 0);
    }
}
