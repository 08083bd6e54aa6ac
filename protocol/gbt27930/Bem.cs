using static SwapEdge.Protocol.Signal;

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

        public const long CrmNotRecognised =  0 + 2 * Bits;
        public const long CrmRecognised =     2 + 2 * Bits;
        public const long CtsOrCml =          8 + 2 * Bits;
        public const long Cro =              10 + 2 * Bits;
        public const long Ccs =              16 + 2 * Bits;
        public const long Cst =              18 + 2 * Bits;
        public const long Csd =              24 + 2 * Bits;
    }
}
