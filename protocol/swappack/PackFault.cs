namespace SwapEdge.Protocol
{
    /// <summary>
    /// Faults of the pack in three levels (B2P_Fault, 1880D2F3). Whether these levels are those of ST1 is not known.
    /// </summary>
    public static class PackFault
    {
        public const uint Id = 0x1880D2F3;
        public const int PeriodMs = 1000;

        //                                                                          start len order         sign
        public static readonly Signal ModuleVoltageHighLevel = new Signal(           0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ModuleVoltageLowLevel = new Signal(            2,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ClusterVoltageHighLevel = new Signal(          4,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ClusterVoltageLowLevel = new Signal(           6,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeCurrentHighLevel = new Signal(        8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeCurrentHighLevel = new Signal(          10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageHighLevel = new Signal(            12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageLowLevel = new Signal(             14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeModuleSpreadLevel = new Signal(         16,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeModuleSpreadLevel = new Signal(      18,  2, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureLowLevel = new Signal(             20,  2, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureHighLevel = new Signal(            22,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeTemperatureSpreadLevel = new Signal( 24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeTemperatureSpreadLevel = new Signal(    26,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeCellSpreadLevel = new Signal(        28,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeCellSpreadLevel = new Signal(           30,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeInsulationLevel = new Signal(        36,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeInsulationLevel = new Signal(           38,  2, Order.Intel, false, 1, 0);
        public static readonly Signal InitialisationFault = new Signal(             40,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ExternalCommunicationFault = new Signal(      41,  1, Order.Intel, false, 1, 0);
        public static readonly Signal BalancingFault = new Signal(                  42,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainCircuitFault = new Signal(                43,  1, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureWireFault = new Signal(            44,  1, Order.Intel, false, 1, 0);
        public static readonly Signal VoltageWireFault = new Signal(                45,  1, Order.Intel, false, 1, 0);
        public static readonly Signal CirculatingCurrentLevel = new Signal(         46,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ProtectorFault = new Signal(                  48,  1, Order.Intel, false, 1, 0);
        public static readonly Signal MainConnectionFault = new Signal(             49,  1, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureRiseLevel = new Signal(            50,  2, Order.Intel, false, 1, 0);
        public static readonly Signal EnergyLowLevel = new Signal(                  52,  2, Order.Intel, false, 1, 0);
        public static readonly Signal EnergyHighLevel = new Signal(                 54,  2, Order.Intel, false, 1, 0);
    }
}
