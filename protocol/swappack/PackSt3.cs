using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Insulation, and voltage on both sides of the main relays (B2V_ST3, 1883D0F3).</summary>
    public static class PackSt3
    {
        public const uint Id = 0x1883D0F3;
        public const int PeriodMs = 100;

        public const long InsulationPositiveKohm =  0 + 16 * Bits;
        public const long InsulationNegativeKohm = 16 + 16 * Bits;
        public const long BatterySideMv =          32 + 16 * Bits + 100 * Factor;
        public const long BusSideMv =              48 + 16 * Bits + 100 * Factor;
    }
}
