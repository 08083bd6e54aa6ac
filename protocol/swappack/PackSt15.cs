namespace SwapEdge.Protocol
{
    /// <summary>
    /// Insulation monitor, terminals, charge connectors, reason of a thermal runaway (B2V_ST15, 188FD0F3).
    /// </summary>
    public static class PackSt15
    {
        public const uint Id = 0x188FD0F3;
        public const int PeriodMs = 1000;

        //                                                                       start len order         sign   factor
        /// <summary>1 started, 2 stopped, 3 fault.</summary>
        public static readonly Signal InsulationMonitor = new Signal(             0,  2, Order.Intel, false, 1,   0);
        public static readonly Signal PositiveTerminalPack = new Signal(          8,  8, Order.Intel, false, 1,   0);
        public static readonly Signal PositiveTerminalTemperatureC = new Signal( 16,  8, Order.Intel, false, 1, -50);
        public static readonly Signal NegativeTerminalPack = new Signal(         24,  8, Order.Intel, false, 1,   0);
        public static readonly Signal NegativeTerminalTemperatureC = new Signal( 32,  8, Order.Intel, false, 1, -50);
        public static readonly Signal NotFullCharges = new Signal(               40,  8, Order.Intel, false, 1,   0);

        /// <summary>Contact CC2 of each connector: 0 open, 1 connected, 2 abnormal, 3 invalid.</summary>
        public static readonly Signal ChargeConnector1 = new Signal(             48,  2, Order.Intel, false, 1,   0);
        public static readonly Signal ChargeConnector2 = new Signal(             50,  2, Order.Intel, false, 1,   0);
        public static readonly Signal ChargeConnector3 = new Signal(             52,  2, Order.Intel, false, 1,   0);
        public static readonly Signal ChargeConnector4 = new Signal(             54,  2, Order.Intel, false, 1,   0);
        public static readonly Signal ThermalRunawayReason = new Signal(         56,  8, Order.Intel, false, 1,   0);
    }
}
