using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Charger identification: whether the pack is recognised, and who the charger is.</summary>
    public static class Crm
    {
        public const int Pgn = 0x0100;
        public const int Priority = 6;
        public const int Length = 8;
        public const int PeriodMs = 250;

        // Values of Recognised
        public const int No = 0x00;
        public const int Yes = 0xAA;

        /// <summary>Area code, ASCII.</summary>
        public const int AreaOffset = 5;
        public const int AreaLength = 3;

        public const long Recognised =    0 +  8 * Bits;

        /// <summary>Wider than an int: read raw.</summary>
        public const long ChargerNumber = 8 + 32 * Bits;
    }
}
