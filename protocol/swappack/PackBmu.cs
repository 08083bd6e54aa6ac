using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>What the BMS asks of the vehicle; true charge and health (BMU, 1801D0F3).</summary>
    public static class PackBmu
    {
        public const uint Id = 0x1801D0F3;
        public const int PeriodMs = 100;

        public const long VinRequest =             0 +  2 * Bits;

        /// <summary>
        /// 1 off is requested, 2 it is not: named the other way round in the definition, whose values count.
        /// </summary>
        public const long HighVoltageOffRequest =  2 +  2 * Bits;
        public const long FullChargeRequest =      4 +  2 * Bits;
        public const long ChargePermille =         8 +  8 * Bits +   4 * Factor;
        public const long HealthPermille =        16 +  8 * Bits +   4 * Factor;
        public const long CurrentMa =             24 + 16 * Bits + 100 * Factor - 3200000 * Offset;
        public const long SpecialCharge =         40 +  3 * Bits;

        /// <summary>1 the edition of 2025.</summary>
        public const long Gbt32960Edition =       43 +  3 * Bits;
        public const long Gb44495Support =        46 +  2 * Bits;
    }
}
