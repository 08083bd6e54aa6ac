namespace SwapEdge.Protocol
{
    /// <summary>Where the civil time of a record comes from. Sent to the city: append only.</summary>
    public enum TimeQuality
    {
        /// <summary>No civil time; only the uptime counts.</summary>
        Unknown = 0,

        /// <summary>Kept over a restart from the last stored time; late by the length of the outage.</summary>
        Held = 1,

        /// <summary>Set from an acknowledgement of the city.</summary>
        City = 2,

        /// <summary>Battery-backed clock chip.</summary>
        ClockChip = 3,

        /// <summary>Network time.</summary>
        Sntp = 4,
    }
}
