using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charger ready to charge.</summary>
    public static class Cro
    {
        public const int Pgn = 0x0A00;
        public const int Priority = 4;
        public const int Length = 1;
        public const int PeriodMs = 250;

        // Values of Readiness; 0xFF is invalid
        public const int NotReady = 0x00;
        public const int Ready = 0xAA;

        public const long Readiness = 0 + 8 * Bits;
    }
}
