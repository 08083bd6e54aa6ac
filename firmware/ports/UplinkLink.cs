namespace SwapEdge.Firmware
{
    /// <summary>How the connection to the broker stands.</summary>
    public enum UplinkLink
    {
        Down = 0,
        Connecting = 1,
        Up = 2,
    }
}
