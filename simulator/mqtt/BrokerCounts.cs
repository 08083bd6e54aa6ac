namespace SwapEdge.Simulator;

/// <summary>What a broker has done since it began.</summary>
public sealed class BrokerCounts
{
    public long Accepted { get; internal set; }

    /// <summary>Filters granted to subscribers.</summary>
    public long Subscribed { get; internal set; }

    public long Received { get; internal set; }

    public long Delivered { get; internal set; }

    /// <summary>Messages that found a queue full.</summary>
    public long Dropped { get; internal set; }

    /// <summary>Connections closed because of what they sent or did not send.</summary>
    public long Refused { get; internal set; }

    public long Wills { get; internal set; }
}
