using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Code of the pack in four parts (18E1D0F3 to 18E4D0F3), up to 27 characters: 6 behind the length, then 7 a part.
    /// Byte 0 of each part is its checksum.
    /// </summary>
    public static class PackCode
    {
        public const uint Id1 = 0x18E1D0F3;
        public const uint Id2 = 0x18E2D0F3;
        public const uint Id3 = 0x18E3D0F3;
        public const uint Id4 = 0x18E4D0F3;
        public const int PeriodMs = 1000;
        public const int Parts = 4;
        public const int MaxLength = 27;

        /// <summary>Characters of the first part, and where they start in it; then those of the others.</summary>
        public const int FirstPartLength = 6;
        public const int FirstTextOffset = 2;
        public const int PartLength = 7;
        public const int TextOffset = 1;

        public const long Checksum =    0 + 8 * Bits;

        /// <summary>1 CATL, 7 Qiyuan; in the first part only, as the length.</summary>
        public const long Maker =       8 + 3 * Bits;
        public const long CodeLength = 11 + 5 * Bits;
    }
}
