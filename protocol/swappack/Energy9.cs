using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap capacity, 32-bit counters (B2E_Egy9, 18F9D0F3): read raw.</summary>
    public static class Energy9
    {
        public const uint Id = 0x18F9D0F3;
        public const int PeriodMs = 10000;

        public const long RegeneratedTenthAh =  0 + 32 * Bits;
        public const long SwapChargedTenthAh = 32 + 32 * Bits;
    }
}
