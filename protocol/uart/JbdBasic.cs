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

        //                                                          start len order           sign   factor offset
        public static readonly Signal VoltageMv = new Signal(           7, 16, Order.Motorola, false, 10, 0);

        /// <summary>Positive is charging.</summary>
        public static readonly Signal ChargeCurrentMa = new Signal(    23, 16, Order.Motorola, true, 10, 0);
        public static readonly Signal RemainingMah = new Signal(       39, 16, Order.Motorola, false, 10, 0);
        public static readonly Signal CapacityMah = new Signal(        55, 16, Order.Motorola, false, 10, 0);
        public static readonly Signal Cycles = new Signal(             71, 16, Order.Motorola, false, 1, 0);
        public static readonly Signal MadeYear = new Signal(           87,  7, Order.Motorola, false, 1, 2000);
        public static readonly Signal MadeMonth = new Signal(          80,  4, Order.Motorola, false, 1, 0);
        public static readonly Signal MadeDay = new Signal(            92,  5, Order.Motorola, false, 1, 0);

        /// <summary>Bit n: cell n + 1 is being balanced; then the same for cells 17 to 32.</summary>
        public static readonly Signal Balancing = new Signal(         103, 16, Order.Motorola, false, 1, 0);
        public static readonly Signal BalancingFrom17 = new Signal(   119, 16, Order.Motorola, false, 1, 0);

        /// <summary>
        /// From bit 0: cell high, cell low, pack high, pack low, charging hot, charging cold, discharging hot,
        /// discharging cold, charge current, discharge current, short circuit, measuring chip, locked by software.
        /// </summary>
        public static readonly Signal Protection = new Signal(        135, 16, Order.Motorola, false, 1, 0);
        public static readonly Signal Version = new Signal(           151,  8, Order.Motorola, false, 1, 0);
        public static readonly Signal ChargePermille = new Signal(    159,  8, Order.Motorola, false, 10, 0);

        /// <summary>Bit 0: charging is switched on; bit 1: discharging.</summary>
        public static readonly Signal Switches = new Signal(          167,  8, Order.Motorola, false, 1, 0);
        public static readonly Signal CellCount = new Signal(         175,  8, Order.Motorola, false, 1, 0);
        public static readonly Signal ProbeCount = new Signal(        183,  8, Order.Motorola, false, 1, 0);
    }
}
