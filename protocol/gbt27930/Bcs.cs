using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charging as the BMS measures it.</summary>
    public static class Bcs
    {
        public const int Pgn = 0x1100;
        public const int Priority = 7;
        public const int Length = 9;
        public const int PeriodMs = 250;

        public const long VoltageMv =         0 + 16 * Bits + 100 * Factor;
        public const long CurrentMa =        16 + 16 * Bits + 100 * Factor - 400000 * Offset;
        public const long MaxCellMv =        32 + 12 * Bits +  10 * Factor;
        public const long MaxCellGroup =     44 +  4 * Bits;
        public const long ChargePermille =   48 +  8 * Bits +  10 * Factor;
        public const long RemainingMinutes = 56 + 16 * Bits;
    }
}
