namespace SwapEdge.Protocol
{
    /// <summary>
    /// Working state and alarm levels of the pack (B2V_ST1, 1881D0F3). Levels: 1 warning, 2 ordinary, 3 severe.
    /// </summary>
    public static class PackSt1
    {
        public const uint Id = 0x1881D0F3;
        public const int PeriodMs = 100;

        // Values of WorkStage
        public const int HighVoltageOff = 0;
        public const int PreCharging = 1;
        public const int HighVoltageOn = 2;
        public const int HighVoltageFault = 3;

        //                                                                  start len order         sign   factor offset
        public static readonly Signal Checksum = new Signal(                    0,  8, Order.Intel, false, 1, 0);

        /// <summary>0 to 14; 15 is invalid.</summary>
        public static readonly Signal Life = new Signal(                        8,  4, Order.Intel, false, 1, 0);
        public static readonly Signal WorkStage = new Signal(                  12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal AccessoryRelayClosed = new Signal(       14,  1, Order.Intel, false, 1, 0);
        public static readonly Signal Balanced = new Signal(                   15,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeGunConnected = new Signal(         16,  1, Order.Intel, false, 1, 0);

        /// <summary>1 DC, 2 AC, 3 other.</summary>
        public static readonly Signal ChargeKind = new Signal(                 17,  2, Order.Intel, false, 1, 0);

        /// <summary>0 possible, 1 charging, 2 finished, 3 fault.</summary>
        public static readonly Signal ChargeProgress = new Signal(             19,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MaxLevel = new Signal(                   21,  2, Order.Intel, false, 1, 0);
        public static readonly Signal SwapStationCharging = new Signal(        23,  1, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureSpreadLevel = new Signal(     24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureHighLevel = new Signal(       26,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PackVoltageHighLevel = new Signal(       28,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PackVoltageLowLevel = new Signal(        30,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeLowLevel = new Signal(             32,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageHighLevel = new Signal(       34,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageLowLevel = new Signal(        36,  2, Order.Intel, false, 1, 0);
        public static readonly Signal InsulationLevel = new Signal(            38,  2, Order.Intel, false, 1, 0);
        public static readonly Signal CellVoltageSpreadLevel = new Signal(     40,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeCurrentHighLevel = new Signal(     42,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeCurrentHighLevel = new Signal(  44,  2, Order.Intel, false, 1, 0);
        public static readonly Signal TemperatureLowLevel = new Signal(        46,  2, Order.Intel, false, 1, 0);
        public static readonly Signal BranchVoltageSpreadLevel = new Signal(   48,  2, Order.Intel, false, 1, 0);
        public static readonly Signal HardwareLevel = new Signal(              50,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeHigh = new Signal(                 52,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeJump = new Signal(                 53,  1, Order.Intel, false, 1, 0);
        public static readonly Signal InternalCommunicationFault = new Signal( 54,  1, Order.Intel, false, 1, 0);
        public static readonly Signal Mismatch = new Signal(                   55,  1, Order.Intel, false, 1, 0);
        public static readonly Signal InterlockAlarm = new Signal(             56,  1, Order.Intel, false, 1, 0);
        public static readonly Signal SmokeAlarm = new Signal(                 57,  1, Order.Intel, false, 1, 0);
        public static readonly Signal FireAlarm = new Signal(                  58,  1, Order.Intel, false, 1, 0);
        public static readonly Signal FaultCount = new Signal(                 59,  5, Order.Intel, false, 1, 0);
    }
}
