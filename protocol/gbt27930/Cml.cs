using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Highest and lowest output of the charger; V1.0 sends no lowest current.</summary>
    public static class Cml
    {
        public const int Pgn = 0x0800;
        public const int Priority = 6;
        public const int MinLength = 6;
        public const int Length = 8;
        public const int PeriodMs = 250;

        public const long MaxVoltageMv =  0 + 16 * Bits + 100 * Factor;
        public const long MinVoltageMv = 16 + 16 * Bits + 100 * Factor;
        public const long MaxCurrentMa = 32 + 16 * Bits + 100 * Factor - 400000 * Offset;

        /// <summary>Chargers exist that exchange it with the highest current.</summary>
        public const long MinCurrentMa = 48 + 16 * Bits + 100 * Factor - 400000 * Offset;
    }
}
