namespace SwapEdge.Protocol
{
    /// <summary>How far a value may be trusted. A value that is not available is a quality, never a number.</summary>
    public enum Quality
    {
        /// <summary>Never received, not in the message, or sent as "not available" (every bit is 1).</summary>
        NotAvailable = 0,
        Valid = 1,

        /// <summary>Received, and marked by its sender as wrong.</summary>
        Abnormal = 2,

        /// <summary>Received once, and its message is overdue.</summary>
        Stale = 3,
    }
}
