namespace SwapEdge.Firmware
{
    /// <summary>What one side reports to have waited for in vain (BEM, CEM). Append only; at most 31.</summary>
    public enum ChargeFault
    {
        None = 0,

        // BEM: the BMS missed a message of the charger
        BmsMissedCrmNotRecognised = 1,
        BmsMissedCrmRecognised = 2,
        BmsMissedCtsOrCml = 3,
        BmsMissedCro = 4,
        BmsMissedCcs = 5,
        BmsMissedCst = 6,
        BmsMissedCsd = 7,

        // CEM: the charger missed a message of the BMS
        ChargerMissedBrm = 11,
        ChargerMissedBcp = 12,
        ChargerMissedBro = 13,
        ChargerMissedBcs = 14,
        ChargerMissedBcl = 15,
        ChargerMissedBst = 16,
        ChargerMissedBsd = 17,
    }
}
