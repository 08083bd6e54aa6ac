using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charged and discharged capacity, 32-bit counters (B2E_Egy8, 18F8D0F3): read raw.</summary>
    public static class Energy8
    {
        public const uint Id = 0x18F8D0F3;
        public const int PeriodMs = 10000;

        public const long ChargedTenthAh =     0 + 32 * Bits;
        public const long DischargedTenthAh = 32 + 32 * Bits;
    }
}
