using static SwapEdge.Protocol.Signal;

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

        public const long Checksum =                    0 + 8 * Bits;

        /// <summary>0 to 14; 15 is invalid.</summary>
        public const long Life =                        8 + 4 * Bits;
        public const long WorkStage =                  12 + 2 * Bits;
        public const long AccessoryRelayClosed =       14 + 1 * Bits;
        public const long Balanced =                   15 + 1 * Bits;
        public const long ChargeGunConnected =         16 + 1 * Bits;

        /// <summary>1 DC, 2 AC, 3 other.</summary>
        public const long ChargeKind =                 17 + 2 * Bits;

        /// <summary>0 possible, 1 charging, 2 finished, 3 fault.</summary>
        public const long ChargeProgress =             19 + 2 * Bits;
        public const long MaxLevel =                   21 + 2 * Bits;
        public const long SwapStationCharging =        23 + 1 * Bits;
        public const long TemperatureSpreadLevel =     24 + 2 * Bits;
        public const long TemperatureHighLevel =       26 + 2 * Bits;
        public const long PackVoltageHighLevel =       28 + 2 * Bits;
        public const long PackVoltageLowLevel =        30 + 2 * Bits;
        public const long ChargeLowLevel =             32 + 2 * Bits;
        public const long CellVoltageHighLevel =       34 + 2 * Bits;
        public const long CellVoltageLowLevel =        36 + 2 * Bits;
        public const long InsulationLevel =            38 + 2 * Bits;
        public const long CellVoltageSpreadLevel =     40 + 2 * Bits;
        public const long ChargeCurrentHighLevel =     42 + 2 * Bits;
        public const long DischargeCurrentHighLevel =  44 + 2 * Bits;
        public const long TemperatureLowLevel =        46 + 2 * Bits;
        public const long BranchVoltageSpreadLevel =   48 + 2 * Bits;
        public const long HardwareLevel =              50 + 2 * Bits;
        public const long ChargeHigh =                 52 + 1 * Bits;
        public const long ChargeJump =                 53 + 1 * Bits;
        public const long InternalCommunicationFault = 54 + 1 * Bits;
        public const long Mismatch =                   55 + 1 * Bits;
        public const long InterlockAlarm =             56 + 1 * Bits;
        public const long SmokeAlarm =                 57 + 1 * Bits;
        public const long FireAlarm =                  58 + 1 * Bits;
        public const long FaultCount =                 59 + 5 * Bits;
    }
}
