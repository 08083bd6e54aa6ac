namespace SwapEdge.Firmware
{
    /// <summary>
    /// What can be wrong with a pack on a charger, named for what was seen. Append only. Levels: 1 note, 2 ordinary, 3
    /// severe.
    /// </summary>
    public enum PackWarning
    {
        None = 0,

        /// <summary>BEM; the value is a ChargeFault.</summary>
        BmsReportsTimeout = 1,

        /// <summary>CEM; the value is a ChargeFault.</summary>
        ChargerReportsTimeout = 2,

        /// <summary>All frames may be on time, but the session does not move on; the value is a ChargeStage.</summary>
        StageOverdue = 3,
        AttemptsExhausted = 4,
        PausedTooLong = 5,

        // Said in BST or CST
        StoppedOnFault = 6,
        EmergencyStop = 7,

        /// <summary>In the bay, or the detector's loop is broken.</summary>
        SmokeDetected = 8,

        // Said in BSM
        CellVoltageHigh = 10,
        CellVoltageLow = 11,
        ChargeTooHigh = 12,
        ChargeTooLow = 13,
        OverCurrent = 14,

        /// <summary>The value is the highest temperature, in °C, when it began.</summary>
        OverTemperature = 15,
        InsulationAbnormal = 16,
        ConnectorAbnormal = 17,

        // A message that did not come in time
        ChmMissing = 20,
        CrmMissing = 21,
        BrmMissing = 22,
        BcpMissing = 23,
        CmlMissing = 24,
        BroMissing = 25,
        CroMissing = 26,
        BclMissing = 27,
        CcsMissing = 28,
        BcsMissing = 29,
        BsmMissing = 30,
        BstMissing = 31,
        CstMissing = 32,
        BsdMissing = 33,
        CsdMissing = 34,

        // A pack in a cabinet, by the BMS on its line

        /// <summary>No answer for so long that it is neither charged nor given out.</summary>
        BmsSilent = 35,

        /// <summary>The BMS says that it is itself at fault.</summary>
        BmsFault = 36,
        CellsApart = 37,

        /// <summary>Two packs say that they are this one.</summary>
        IdentityClaimedTwice = 38,

        /// <summary>A bay: neither charger nor BMS was heard while charging was permitted; the permit is
        /// withdrawn.</summary>
        BusSilent = 39,
    }
}
