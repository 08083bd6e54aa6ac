using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>The BMS ends charging, and why. Two bits a reason: 1 yes, 0 no, 2 untrusted.</summary>
    public static class Bst
    {
        public const int Pgn = 0x1900;
        public const int Priority = 4;
        public const int Length = 4;
        public const int PeriodMs = 10;

        public const long ChargeReached =        0 + 2 * Bits;
        public const long TotalVoltageReached =  2 + 2 * Bits;
        public const long CellVoltageReached =   4 + 2 * Bits;
        public const long ChargerStopped =       6 + 2 * Bits;
        public const long Insulation =           8 + 2 * Bits;
        public const long OutputConnectorHot =  10 + 2 * Bits;
        public const long ElementHot =          12 + 2 * Bits;
        public const long ChargeConnector =     14 + 2 * Bits;
        public const long PackHot =             16 + 2 * Bits;
        public const long Relay =               18 + 2 * Bits;
        public const long CheckPoint2 =         20 + 2 * Bits;
        public const long Other =               22 + 2 * Bits;
        public const long OverCurrent =         24 + 2 * Bits;
        public const long VoltageAbnormal =     26 + 2 * Bits;
    }
}
