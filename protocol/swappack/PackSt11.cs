using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Currents of the branches (B2V_ST11, 188BD0F3). A branch that is not fitted sends ones, which is no 3353.5 A.
    /// </summary>
    public static class PackSt11
    {
        public const uint Id = 0x188BD0F3;
        public const int PeriodMs = 100;

        public const long Branch1Ma =  0 + 16 * Bits + 100 * Factor - 3200000 * Offset;
        public const long Branch2Ma = 16 + 16 * Bits + 100 * Factor - 3200000 * Offset;
        public const long Branch3Ma = 32 + 16 * Bits + 100 * Factor - 3200000 * Offset;
        public const long Branch4Ma = 48 + 16 * Bits + 100 * Factor - 3200000 * Offset;
    }
}
