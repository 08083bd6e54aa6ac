namespace SwapEdge.Protocol
{
    /// <summary>Rated values, chemistry, cooling, wake-up lines (B2V_BattInfo1, 18E5D0F3).</summary>
    public static class BatteryInfo1
    {
        public const uint Id = 0x18E5D0F3;
        public const int PeriodMs = 100;

        //                                                         start len order         sign   factor offset
        public static readonly Signal CapacityMah = new Signal(     0, 16, Order.Intel, false, 1000, 0);
        public static readonly Signal RatedMv = new Signal(        16, 16, Order.Intel, false,  100, 0);
        public static readonly Signal EnergyWh = new Signal(       32, 16, Order.Intel, false,  100, 0);

        /// <summary>As in BRM up to 8; 9 supercapacitor, 14 fuel cell.</summary>
        public static readonly Signal Chemistry = new Signal(      48,  4, Order.Intel, false,    1, 0);

        /// <summary>1 natural, 2 air, 3 liquid.</summary>
        public static readonly Signal Cooling = new Signal(        52,  2, Order.Intel, false,    1, 0);
        public static readonly Signal KeyOn = new Signal(          54,  1, Order.Intel, false,    1, 0);
        public static readonly Signal WakeUp = new Signal(         55,  1, Order.Intel, false,    1, 0);
        public static readonly Signal LaterChemistry = new Signal( 56,  8, Order.Intel, false,    1, 0);
    }
}
