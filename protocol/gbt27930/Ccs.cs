using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Output of the charger: 7 bytes, 8 where it is padded, 6 in V1.0, which sends no permission.</summary>
    public static class Ccs
    {
        public const int Pgn = 0x1200;
        public const int Priority = 6;
        public const int MinLength = 6;
        public const int Length = 7;
        public const int MaxLength = 8;
        public const int PeriodMs = 50;

        // Values of Permission
        public const int Paused = 0;
        public const int Allowed = 1;

        public const long VoltageMv =   0 + 16 * Bits + 100 * Factor;
        public const long CurrentMa =  16 + 16 * Bits + 100 * Factor - 400000 * Offset;
        public const long Minutes =    32 + 16 * Bits;
        public const long Permission = 48 +  2 * Bits;
    }
}
