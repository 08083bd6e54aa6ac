using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Register 03 of a JBD BMS: state of the pack. Newer versions send more behind the temperatures, which is left
    /// alone. A current of -10 mA has every bit set, so here no bits mean "not available".
    /// </summary>
    public static class JbdBasic
    {
        /// <summary>Without a temperature probe; two bytes more for each.</summary>
        public const int MinLength = 23;
        public const int ProbeOffset = 23;

        /// <summary>A probe counts tenths of a kelvin; this is 0 °C.</summary>
        public const int ProbeZero = 2731;

        public const long VoltageMv =         7 + 16 * Bits + Motorola + 10 * Factor;

        /// <summary>Positive is charging.</summary>
        public const long ChargeCurrentMa =  23 + 16 * Bits + Motorola + Signed + 10 * Factor;
        public const long RemainingMah =     39 + 16 * Bits + Motorola + 10 * Factor;
        public const long CapacityMah =      55 + 16 * Bits + Motorola + 10 * Factor;
        public const long Cycles =           71 + 16 * Bits + Motorola;
        public const long MadeYear =         87 +  7 * Bits + Motorola               + 2000 * Offset;
        public const long MadeMonth =        80 +  4 * Bits + Motorola;
        public const long MadeDay =          92 +  5 * Bits + Motorola;

        /// <summary>Bit n: cell n + 1 is being balanced; then the same for cells 17 to 32.</summary>
        public const long Balancing =       103 + 16 * Bits + Motorola;
        public const long BalancingFrom17 = 119 + 16 * Bits + Motorola;

        /// <summary>
        /// From bit 0: cell high, cell low, pack high, pack low, charging hot, charging cold, discharging hot,
        /// discharging cold, charge current, discharge current, short circuit, measuring chip, locked by software.
        /// </summary>
        public const long Protection =      135 + 16 * Bits + Motorola;
        public const long Version =         151 +  8 * Bits + Motorola;
        public const long ChargePermille =  159 +  8 * Bits + Motorola + 10 * Factor;

        /// <summary>Bit 0: charging is switched on; bit 1: discharging.</summary>
        public const long Switches =        167 +  8 * Bits + Motorola;
        public const long CellCount =       175 +  8 * Bits + Motorola;
        public const long ProbeCount =      183 +  8 * Bits + Motorola;
    }
}
