using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Second set of relays, low-voltage supply, charge permission (B2V_ST14, 188ED0F3).</summary>
    public static class PackSt14
    {
        public const uint Id = 0x188ED0F3;
        public const int PeriodMs = 100;

        // Values of Base
        public const int LowPower = 0;
        public const int HighPower = 1;

        public const long MainPositive2Welded =         0 +  1 * Bits;
        public const long MainNegative2Welded =         1 +  1 * Bits;
        public const long MainPositive2CannotClose =    2 +  1 * Bits;
        public const long MainNegative2CannotClose =    3 +  1 * Bits;
        public const long MainPositive2 =               4 +  2 * Bits;
        public const long MainNegative2 =               6 +  2 * Bits;
        public const long ChargePositive3Welded =       8 +  1 * Bits;
        public const long ChargeNegative3Welded =       9 +  1 * Bits;
        public const long ChargePositive3CannotClose = 10 +  1 * Bits;
        public const long ChargeNegative3CannotClose = 11 +  1 * Bits;
        public const long ChargePositive3 =            12 +  2 * Bits;
        public const long ChargeNegative3 =            14 +  2 * Bits;
        public const long ChargePositive4Welded =      16 +  1 * Bits;
        public const long ChargeNegative4Welded =      17 +  1 * Bits;
        public const long ChargePositive4CannotClose = 18 +  1 * Bits;
        public const long ChargeNegative4CannotClose = 19 +  1 * Bits;
        public const long ChargePositive4 =            20 +  2 * Bits;
        public const long ChargeNegative4 =            22 +  2 * Bits;
        public const long SupplyMv =                   24 +  6 * Bits + 1000 * Factor;
        public const long Base =                       30 +  2 * Bits;

        /// <summary>The definition contradicts itself: with this offset its declared maximum cannot be sent.</summary>
        public const long MaxChargeMa =                32 + 16 * Bits +  100 * Factor - 2000000 * Offset;
        public const long StopReason =                 48 +  8 * Bits;
    }
}
