using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Voltages of three parallel units of one pack (B2V_PackInfor2, 18C4D0F3).</summary>
    public static class PackInfo2
    {
        public const uint Id = 0x18C4D0F3;
        public const int PeriodMs = 100;

        public const long FrameIndex =  0 +  8 * Bits;
        public const long Pack =        8 +  8 * Bits;
        public const long Unit1Mv =    16 + 16 * Bits;
        public const long Unit2Mv =    32 + 16 * Bits;
        public const long Unit3Mv =    48 + 16 * Bits;
    }
}
