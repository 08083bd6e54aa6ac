namespace SwapEdge.Protocol
{
    /// <summary>Insulation, and voltage on both sides of the main relays (B2V_ST3, 1883D0F3).</summary>
    public static class PackSt3
    {
        public const uint Id = 0x1883D0F3;
        public const int PeriodMs = 100;

        //                                                              start len order         sign   factor offset
        public static readonly Signal InsulationPositiveKohm = new Signal(  0, 16, Order.Intel, false,   1, 0);
        public static readonly Signal InsulationNegativeKohm = new Signal( 16, 16, Order.Intel, false,   1, 0);
        public static readonly Signal BatterySideMv = new Signal(          32, 16, Order.Intel, false, 100, 0);
        public static readonly Signal BusSideMv = new Signal(              48, 16, Order.Intel, false, 100, 0);
    }
}
