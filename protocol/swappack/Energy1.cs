using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Energy since the pack was made, and of one charge, 24 bits (B2E_Egy1, 18F1D0F3).</summary>
    public static class Energy1
    {
        public const uint Id = 0x18F1D0F3;
        public const int PeriodMs = 10000;

        public const long ChargedWh =       0 + 24 * Bits + 100 * Factor;
        public const long DischargedWh =   24 + 24 * Bits + 100 * Factor;
        public const long SingleChargeWh = 48 + 16 * Bits + 100 * Factor;
    }
}
