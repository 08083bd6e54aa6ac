namespace SwapEdge.Firmware
{
    /// <summary>Why charging ended, as BST and CST say. Append only; at most 31.</summary>
    public enum StopReason
    {
        None = 0,

        // BST
        BmsChargeReached = 1,
        BmsTotalVoltageReached = 2,
        BmsCellVoltageReached = 3,
        BmsSawChargerStop = 4,
        BmsInsulation = 5,
        BmsOutputConnectorHot = 6,
        BmsElementHot = 7,
        BmsChargeConnector = 8,
        BmsPackHot = 9,
        BmsRelay = 10,
        BmsCheckPoint2 = 11,
        BmsOther = 12,
        BmsOverCurrent = 13,
        BmsVoltageAbnormal = 14,

        // CST
        ChargerConditionReached = 16,
        ChargerManual = 17,
        ChargerFault = 18,
        ChargerSawBmsStop = 19,
        ChargerHot = 20,
        ChargerConnector = 21,
        ChargerInsideHot = 22,
        ChargerCannotDeliver = 23,
        ChargerEmergencyStop = 24,
        ChargerOther = 25,
        ChargerCurrentMismatch = 26,
        ChargerVoltageAbnormal = 27,
    }
}
