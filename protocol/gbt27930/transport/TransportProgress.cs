namespace SwapEdge.Protocol
{
    /// <summary>How far a sent message is.</summary>
    public enum TransportProgress
    {
        Idle = 0,

        /// <summary>The request is to be sent, or waits for its clear to send.</summary>
        Requesting = 1,
        Sending = 2,

        /// <summary>All packets are out; the end of message is awaited.</summary>
        Confirming = 3,
        Done = 4,
        Failed = 5,
    }
}
