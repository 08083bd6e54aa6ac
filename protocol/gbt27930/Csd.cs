using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Statistics of the charger at the end.</summary>
    public static class Csd
    {
        public const int Pgn = 0x1D00;
        public const int Priority = 6;
        public const int Length = 8;
        public const int PeriodMs = 250;

        public const long Minutes =        0 + 16 * Bits;
        public const long EnergyWh =      16 + 16 * Bits + 100 * Factor;

        /// <summary>Wider than an int: read raw.</summary>
        public const long ChargerNumber = 32 + 32 * Bits;
    }
}
