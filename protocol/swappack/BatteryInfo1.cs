using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Rated values, chemistry, cooling, wake-up lines (B2V_BattInfo1, 18E5D0F3).</summary>
    public static class BatteryInfo1
    {
        public const uint Id = 0x18E5D0F3;
        public const int PeriodMs = 100;

        public const long CapacityMah =     0 + 16 * Bits + 1000 * Factor;
        public const long RatedMv =        16 + 16 * Bits +  100 * Factor;
        public const long EnergyWh =       32 + 16 * Bits +  100 * Factor;

        /// <summary>As in BRM up to 8; 9 supercapacitor, 14 fuel cell.</summary>
        public const long Chemistry =      48 +  4 * Bits;

        /// <summary>1 natural, 2 air, 3 liquid.</summary>
        public const long Cooling =        52 +  2 * Bits;
        public const long KeyOn =          54 +  1 * Bits;
        public const long WakeUp =         55 +  1 * Bits;
        public const long LaterChemistry = 56 +  8 * Bits;
    }
}
