using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What an event says of when it was.</summary>
/// <param name="UncertaintyMs">How wrong its civil time may be, where it has one that is more than held.</param>
/// <param name="ReceivedMs">When the city had it: it cannot have been later.</param>
public sealed record TimedEvent(
    ulong Sequence, uint Boot, long UptimeMs, long UtcMs, TimeQuality Quality, long UncertaintyMs, long ReceivedMs)
{
    /// <summary>By this a city joins civil time and uptime of the event's boot.</summary>
    public bool IsAnchor => Quality > TimeQuality.Held;

    /// <summary>Uncertainty of an event that does not tell its own, milliseconds, by its source.</summary>
    public static long Assumed(TimeQuality quality) => quality switch
    {
        TimeQuality.Sntp => 1_000,
        TimeQuality.ClockChip => 60_000,
        _ => 30_000,
    };
}
