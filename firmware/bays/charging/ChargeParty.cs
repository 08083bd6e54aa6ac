namespace SwapEdge.Firmware
{
    /// <summary>Who said first that charging ends.</summary>
    public enum ChargeParty
    {
        None = 0,
        Bms = 1,
        Charger = 2,
    }
}
