namespace SwapEdge.Protocol
{
    /// <summary>
    /// Swap-station dialect: the charger sets the offset of every current that either side sends from then on. A first
    /// byte of 10 is 1000 A instead of the standard's 400 A. Only the offset's place is known.
    /// </summary>
    public static class Cfc
    {
        public const int Pgn = 0x3000;
        public const int Priority = 6;
        public const int MinLength = 1;
        public const int MaxLength = 8;

        //                                                       start len order         sign   factor offset
        public static readonly Signal CurrentOffsetMa = new Signal(  0,  8, Order.Intel, false, 100000, 0);
    }
}
