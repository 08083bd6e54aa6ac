using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Insulation monitor, terminals, charge connectors, reason of a thermal runaway (B2V_ST15, 188FD0F3).
    /// </summary>
    public static class PackSt15
    {
        public const uint Id = 0x188FD0F3;
        public const int PeriodMs = 1000;

        /// <summary>1 started, 2 stopped, 3 fault.</summary>
        public const long InsulationMonitor =             0 + 2 * Bits;
        public const long PositiveTerminalPack =          8 + 8 * Bits;
        public const long PositiveTerminalTemperatureC = 16 + 8 * Bits - 50 * Offset;
        public const long NegativeTerminalPack =         24 + 8 * Bits;
        public const long NegativeTerminalTemperatureC = 32 + 8 * Bits - 50 * Offset;
        public const long NotFullCharges =               40 + 8 * Bits;

        /// <summary>Contact CC2 of each connector: 0 open, 1 connected, 2 abnormal, 3 invalid.</summary>
        public const long ChargeConnector1 =             48 + 2 * Bits;
        public const long ChargeConnector2 =             50 + 2 * Bits;
        public const long ChargeConnector3 =             52 + 2 * Bits;
        public const long ChargeConnector4 =             54 + 2 * Bits;
        public const long ThermalRunawayReason =         56 + 8 * Bits;
    }
}
