using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Cooling water, two packs a frame: index 1 packs 1 and 2, index 2 packs 3 and 4 (B2V_ST12, 188CD0F3).
    /// </summary>
    public static class PackSt12
    {
        public const uint Id = 0x188CD0F3;
        public const int PeriodMs = 1000;

        public const int Frames = 2;

        public const long FrameIndex =     0 +  8 * Bits;
        public const long Outlet1TenthC =  8 + 12 * Bits - 500 * Offset;
        public const long Inlet1TenthC =  20 + 12 * Bits - 500 * Offset;
        public const long Outlet2TenthC = 32 + 12 * Bits - 500 * Offset;
        public const long Inlet2TenthC =  44 + 12 * Bits - 500 * Offset;
    }
}
