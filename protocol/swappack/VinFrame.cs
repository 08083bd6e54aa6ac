using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Vehicle identification in three parts of 7, 7 and 3 characters (18E1F3D0). The first index is 0 on some vehicles
    /// and 1 on others; <see cref="VinAssembly"/> takes both.
    /// </summary>
    public static class VinFrame
    {
        public const uint Id = 0x18E1F3D0;
        public const int PeriodMs = 100;
        public const int Parts = 3;

        /// <summary>Characters 1 to 7 of a part follow the index.</summary>
        public const int TextOffset = 1;
        public const int PartLength = 7;
        public const int VinLength = 17;

        public const long Index = 0 + 8 * Bits;
    }
}
