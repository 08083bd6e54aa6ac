using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Faults of the pack in three levels (B2P_Fault, 1880D2F3). Whether these levels are those of ST1 is not known.
    /// </summary>
    public static class PackFault
    {
        public const uint Id = 0x1880D2F3;
        public const int PeriodMs = 1000;

        public const long ModuleVoltageHighLevel =           0 + 2 * Bits;
        public const long ModuleVoltageLowLevel =            2 + 2 * Bits;
        public const long ClusterVoltageHighLevel =          4 + 2 * Bits;
        public const long ClusterVoltageLowLevel =           6 + 2 * Bits;
        public const long DischargeCurrentHighLevel =        8 + 2 * Bits;
        public const long ChargeCurrentHighLevel =          10 + 2 * Bits;
        public const long CellVoltageHighLevel =            12 + 2 * Bits;
        public const long CellVoltageLowLevel =             14 + 2 * Bits;
        public const long ChargeModuleSpreadLevel =         16 + 2 * Bits;
        public const long DischargeModuleSpreadLevel =      18 + 2 * Bits;
        public const long TemperatureLowLevel =             20 + 2 * Bits;
        public const long TemperatureHighLevel =            22 + 2 * Bits;
        public const long DischargeTemperatureSpreadLevel = 24 + 2 * Bits;
        public const long ChargeTemperatureSpreadLevel =    26 + 2 * Bits;
        public const long DischargeCellSpreadLevel =        28 + 2 * Bits;
        public const long ChargeCellSpreadLevel =           30 + 2 * Bits;
        public const long DischargeInsulationLevel =        36 + 2 * Bits;
        public const long ChargeInsulationLevel =           38 + 2 * Bits;
        public const long InitialisationFault =             40 + 1 * Bits;
        public const long ExternalCommunicationFault =      41 + 1 * Bits;
        public const long BalancingFault =                  42 + 1 * Bits;
        public const long MainCircuitFault =                43 + 1 * Bits;
        public const long TemperatureWireFault =            44 + 1 * Bits;
        public const long VoltageWireFault =                45 + 1 * Bits;
        public const long CirculatingCurrentLevel =         46 + 2 * Bits;
        public const long ProtectorFault =                  48 + 1 * Bits;
        public const long MainConnectionFault =             49 + 1 * Bits;
        public const long TemperatureRiseLevel =            50 + 2 * Bits;
        public const long EnergyLowLevel =                  52 + 2 * Bits;
        public const long EnergyHighLevel =                 54 + 2 * Bits;
    }
}
