namespace SwapEdge.Firmware
{
    /// <summary>How far a charging session is, as both directions of the bus show it.</summary>
    public enum ChargeStage
    {
        None = 0,
        Handshake = 1,
        Identification = 2,
        Parameters = 3,
        Charging = 4,

        /// <summary>One side has said that it ends; the statistics are not exchanged yet.</summary>
        Stopping = 5,
        Ended = 6,

        /// <summary>One side has reported a time-out, or fell silent.</summary>
        Failed = 7,
    }
}
