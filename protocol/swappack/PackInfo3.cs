using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Five temperature probes of one pack (B2V_PackInfor3, 18C5D0F3).</summary>
    public static class PackInfo3
    {
        public const uint Id = 0x18C5D0F3;
        public const int PeriodMs = 200;

        public const long FrameIndex =          0 + 8 * Bits;
        public const long Pack =                8 + 8 * Bits;
        public const long ProbeCount =         16 + 8 * Bits;
        public const long Probe1TemperatureC = 24 + 8 * Bits - 50 * Offset;
        public const long Probe2TemperatureC = 32 + 8 * Bits - 50 * Offset;
        public const long Probe3TemperatureC = 40 + 8 * Bits - 50 * Offset;
        public const long Probe4TemperatureC = 48 + 8 * Bits - 50 * Offset;
        public const long Probe5TemperatureC = 56 + 8 * Bits - 50 * Offset;
    }
}
