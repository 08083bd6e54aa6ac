using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy charged by plug, extremes of the cells' charge, usable energy (B2E_Egy3, 18F3D0F3).
    /// </summary>
    public static class Energy3
    {
        public const uint Id = 0x18F3D0F3;
        public const int PeriodMs = 10000;

        public const long PlugChargedWh =          0 + 24 * Bits + 100 * Factor;
        public const long MaxCellChargePermille = 24 +  8 * Bits +   4 * Factor;
        public const long MinCellChargePermille = 32 +  8 * Bits +   4 * Factor;
        public const long RemainingWh =           48 + 16 * Bits + 100 * Factor;
    }
}
