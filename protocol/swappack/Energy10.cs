using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Capacity charged by plug and of one charge, 32-bit counters (B2E_Egy10, 18FAD0F3): read raw.
    /// </summary>
    public static class Energy10
    {
        public const uint Id = 0x18FAD0F3;
        public const int PeriodMs = 10000;

        public const long PlugChargedTenthAh =   0 + 32 * Bits;
        public const long SingleChargeTenthAh = 32 + 32 * Bits;
    }
}
