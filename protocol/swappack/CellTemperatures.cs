using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Six cell temperatures of one board (B2V_Temp, 18C2D0F3).</summary>
    public static class CellTemperatures
    {
        public const uint Id = 0x18C2D0F3;
        public const int PeriodMs = 200;

        public const long FrameIndex =          0 + 8 * Bits;
        public const long Board =               8 + 8 * Bits;
        public const long Probe1TemperatureC = 16 + 8 * Bits - 50 * Offset;
        public const long Probe2TemperatureC = 24 + 8 * Bits - 50 * Offset;
        public const long Probe3TemperatureC = 32 + 8 * Bits - 50 * Offset;
        public const long Probe4TemperatureC = 40 + 8 * Bits - 50 * Offset;
        public const long Probe5TemperatureC = 48 + 8 * Bits - 50 * Offset;
        public const long Probe6TemperatureC = 56 + 8 * Bits - 50 * Offset;
    }
}
