using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Energy since the pack was made, 32-bit counters (B2E_Egy4, 18F4D0F3): read raw.</summary>
    public static class Energy4
    {
        public const uint Id = 0x18F4D0F3;
        public const int PeriodMs = 10000;

        public const long ChargedTenthKwh =     0 + 32 * Bits;
        public const long DischargedTenthKwh = 32 + 32 * Bits;
    }
}
