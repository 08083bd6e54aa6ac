using static SwapEdge.Protocol.Signal;

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

        public const long CurrentOffsetMa = 0 + 8 * Bits + 100000 * Factor;
    }
}
