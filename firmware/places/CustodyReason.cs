namespace SwapEdge.Firmware
{
    /// <summary>
    /// Why a pack came into a bay or left it without a swap; the value of PackDelivered and PackRemoved. For ever,
    /// append only.
    /// </summary>
    public enum CustodyReason
    {
        None = 0,

        /// <summary>Nobody has said so before.</summary>
        Unexplained = 1,

        /// <summary>Brought to the station.</summary>
        Delivery = 2,

        /// <summary>Taken away to another station.</summary>
        Dispatch = 3,

        /// <summary>Taken out for service, or back from it.</summary>
        Service = 4,
    }
}
