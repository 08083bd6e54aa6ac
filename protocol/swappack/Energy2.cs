using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Regenerated and swap energy, 24 bits; fine state of charge (B2E_Egy2, 18F2D0F3).</summary>
    public static class Energy2
    {
        public const uint Id = 0x18F2D0F3;
        public const int PeriodMs = 10000;

        public const long RegeneratedWh =   0 + 24 * Bits + 100 * Factor;
        public const long SwapChargedWh =  24 + 24 * Bits + 100 * Factor;
        public const long ChargePermille = 48 + 10 * Bits;
    }
}
