using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charger handshake: the version it speaks.</summary>
    public static class Chm
    {
        public const int Pgn = 0x2600;
        public const int Priority = 6;
        public const int Length = 3;
        public const int PeriodMs = 250;

        // Values of Version: the bytes 01 01 00 and 00 01 00
        public const int Version11 = 0x000101;
        public const int Version10 = 0x000100;

        public const long Version = 0 + 24 * Bits;
    }
}
