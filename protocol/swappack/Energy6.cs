using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy charged by plug and of one charge, 32-bit counters (B2E_Egy6, 18F6D0F3): read raw.
    /// </summary>
    public static class Energy6
    {
        public const uint Id = 0x18F6D0F3;
        public const int PeriodMs = 10000;

        public const long PlugChargedTenthKwh =   0 + 32 * Bits;
        public const long SingleChargeTenthKwh = 32 + 32 * Bits;
    }
}
