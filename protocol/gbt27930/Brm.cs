using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>BMS and vehicle identification: 49 bytes as sent by V1.1, 41 by V1.0.</summary>
    public static class Brm
    {
        public const int Pgn = 0x0200;
        public const int Priority = 7;
        public const int MinLength = 41;
        public const int Length = 49;
        public const int PeriodMs = 250;

        /// <summary>Maker, ASCII.</summary>
        public const int MakerOffset = 8;
        public const int MakerLength = 4;

        /// <summary>Vehicle identification, ASCII; zeros or 0xFF where the BMS does not know it.</summary>
        public const int VinOffset = 24;
        public const int VinLength = 17;

        public const long Version =           0 + 24 * Bits;

        /// <summary>
        /// 1 lead, 2 NiMH, 3 LFP, 4 LMO, 5 LCO, 6 NMC, 7 polymer, 8 LTO; 255 other, which is no "not available".
        /// </summary>
        public const long Chemistry =        24 +  8 * Bits;
        public const long CapacityMah =      32 + 16 * Bits + 100 * Factor;
        public const long RatedMv =          48 + 16 * Bits + 100 * Factor;

        /// <summary>Wider than an int: read raw.</summary>
        public const long PackSerial =       96 + 32 * Bits;
        public const long Year =            128 +  8 * Bits                + 1985 * Offset;
        public const long Month =           136 +  8 * Bits;
        public const long Day =             144 +  8 * Bits;
        public const long Cycles =          152 + 24 * Bits;

        /// <summary>0 leased, 1 owned.</summary>
        public const long Ownership =       176 +  8 * Bits;

        /// <summary>First half of bytes 42 to 49, which V1.0 does not send; read raw.</summary>
        public const long SoftwareVersion = 328 + 32 * Bits;
    }
}
