using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>The charger ends charging, and why. Two bits a reason: 1 yes, 0 no, 2 untrusted.</summary>
    public static class Cst
    {
        public const int Pgn = 0x1A00;
        public const int Priority = 4;
        public const int Length = 4;
        public const int PeriodMs = 10;

        public const long ConditionReached =  0 + 2 * Bits;
        public const long Manual =            2 + 2 * Bits;
        public const long Fault =             4 + 2 * Bits;
        public const long BmsStopped =        6 + 2 * Bits;
        public const long ChargerHot =        8 + 2 * Bits;
        public const long ChargeConnector =  10 + 2 * Bits;
        public const long InsideHot =        12 + 2 * Bits;
        public const long CannotDeliver =    14 + 2 * Bits;
        public const long EmergencyStop =    16 + 2 * Bits;
        public const long Other =            18 + 2 * Bits;
        public const long CurrentMismatch =  24 + 2 * Bits;
        public const long VoltageAbnormal =  26 + 2 * Bits;
    }
}
