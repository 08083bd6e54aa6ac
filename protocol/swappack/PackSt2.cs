using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>State of charge and health, current and its limits (B2V_ST2, 1882D0F3).</summary>
    public static class PackSt2
    {
        public const uint Id = 0x1882D0F3;
        public const int PeriodMs = 100;

        public const long ChargePermille =     0 +  8 * Bits +   4 * Factor;
        public const long HealthPermille =     8 +  8 * Bits +   4 * Factor;
        public const long CurrentMa =         16 + 16 * Bits + 100 * Factor - 1000000 * Offset;
        public const long MaxRegenerativeMa = 32 + 16 * Bits + 100 * Factor;
        public const long MaxDischargeMa =    48 + 16 * Bits + 100 * Factor;
    }
}
