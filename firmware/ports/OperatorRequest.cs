namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a person at the station, with the key, asks for at one pack place. Recorded and sent as the value of the
    /// audit: for ever, append only.
    /// </summary>
    public enum OperatorRequest
    {
        None = 0,

        /// <summary>I have looked at the pack: it may be charged and given out again.</summary>
        ClearIsolation = 1,

        /// <summary>I have looked: no lane has anything in the bay.</summary>
        FreeBay = 2,

        // The next pack that comes or goes without a swap does so for this reason.
        ExpectDelivery = 3,
        ExpectDispatch = 4,
        ExpectService = 5,

        /// <summary>A door of a cabinet; in maintenance only.</summary>
        OpenDoor = 6,
    }
}
