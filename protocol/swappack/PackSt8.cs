using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Versions of the pack, one kind a frame (B2V_ST8, 1888D0F3). Seven characters, whose meaning hangs on the kind.
    /// </summary>
    public static class PackSt8
    {
        public const uint Id = 0x1888D0F3;
        public const int PeriodMs = 200;

        // Values of Kind
        public const int Product = 1;
        public const int Software = 2;
        public const int Communication = 3;
        public const int InternalSoftware = 4;
        public const int Kinds = 4;

        public const int TextOffset = 1;
        public const int TextLength = 7;

        public const long Kind = 0 + 8 * Bits;
    }
}
