using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Three cell voltages of one board (B2V_Ucell, 18C1D0F3, and B2V_Ucell1, 18C3D0F3, of the same layout).
    /// </summary>
    public static class CellVoltages
    {
        public const uint Id = 0x18C1D0F3;
        public const uint Id2 = 0x18C3D0F3;
        public const int PeriodMs = 100;

        /// <summary>Whether it starts at 0 or 1 is not stated; <see cref="ProbeStore"/> takes both.</summary>
        public const long FrameIndex =  0 +  8 * Bits;
        public const long Board =       8 +  8 * Bits;
        public const long Cell1Mv =    16 + 16 * Bits;
        public const long Cell2Mv =    32 + 16 * Bits;
        public const long Cell3Mv =    48 + 16 * Bits;
    }
}
