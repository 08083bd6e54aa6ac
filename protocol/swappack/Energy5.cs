using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap energy, 32-bit counters (B2E_Egy5, 18F5D0F3): read raw.</summary>
    public static class Energy5
    {
        public const uint Id = 0x18F5D0F3;
        public const int PeriodMs = 10000;

        public const long RegeneratedTenthKwh =  0 + 32 * Bits;
        public const long SwapChargedTenthKwh = 32 + 32 * Bits;
    }
}
