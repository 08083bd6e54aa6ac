using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Counts, and limits of a cell (B2V_BattInfo2, 18E6D0F3).</summary>
    public static class BatteryInfo2
    {
        public const uint Id = 0x18E6D0F3;
        public const int PeriodMs = 100;

        public const long BoardCount =  0 +  8 * Bits;
        public const long CellCount =   8 + 16 * Bits;
        public const long ProbeCount = 24 + 16 * Bits;
        public const long PlateauMv =  40 +  8 * Bits + 100 * Factor;
        public const long MinCellMv =  48 +  8 * Bits + 100 * Factor;
        public const long MaxCellMv =  56 +  8 * Bits + 100 * Factor;
    }
}
