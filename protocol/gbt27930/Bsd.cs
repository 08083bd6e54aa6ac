using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Statistics of the pack at the end.</summary>
    public static class Bsd
    {
        public const int Pgn = 0x1C00;
        public const int Priority = 6;
        public const int Length = 7;
        public const int PeriodMs = 250;

        public const long ChargePermille =   0 +  8 * Bits + 10 * Factor;
        public const long MinCellMv =        8 + 16 * Bits + 10 * Factor;
        public const long MaxCellMv =       24 + 16 * Bits + 10 * Factor;
        public const long MinTemperatureC = 40 +  8 * Bits               - 50 * Offset;
        public const long MaxTemperatureC = 48 +  8 * Bits               - 50 * Offset;
    }
}
