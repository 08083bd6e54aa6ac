using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>BMS handshake: the highest total voltage it allows.</summary>
    public static class Bhm
    {
        public const int Pgn = 0x2700;
        public const int Priority = 6;
        public const int Length = 2;
        public const int PeriodMs = 250;

        public const long MaxVoltageMv = 0 + 16 * Bits + 100 * Factor;
    }
}
