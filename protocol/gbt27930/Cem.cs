using static SwapEdge.Protocol.Signal;

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

        public const long Brm =  0 + 2 * Bits;
        public const long Bcp =  8 + 2 * Bits;
        public const long Bro = 10 + 2 * Bits;
        public const long Bcs = 16 + 2 * Bits;
        public const long Bcl = 18 + 2 * Bits;
        public const long Bst = 20 + 2 * Bits;
        public const long Bsd = 24 + 2 * Bits;
    }
}
