using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>What the BMS demands of the charger. A negative current is charging.</summary>
    public static class Bcl
    {
        public const int Pgn = 0x1000;
        public const int Priority = 6;
        public const int Length = 5;
        public const int PeriodMs = 50;

        // Values of Regulation
        public const int ConstantVoltage = 1;
        public const int ConstantCurrent = 2;

        public const long VoltageMv =   0 + 16 * Bits + 100 * Factor;
        public const long CurrentMa =  16 + 16 * Bits + 100 * Factor - 400000 * Offset;
        public const long Regulation = 32 +  8 * Bits;
    }
}
