namespace SwapEdge.Simulator;

/// <summary>
/// The events of one boot, and between which civil times it began. A boot that was told the time is placed by its own
/// anchors; one that never was lies behind the end of the boot before it and behind its held time, and before the next
/// boot and before the city had its first event.
/// </summary>
internal sealed class BootTimes
{
    private const long DriftPpm = 100;
    private const long Million = 1_000_000;

    private readonly TimedEvent[] _events;
    private readonly TimedEvent[] _anchors;

    public BootTimes(IEnumerable<TimedEvent> events)
    {
        _events = [.. events];
        _anchors = [.. _events.Where(each => each.IsAnchor)];
        LastMs = _events.Max(each => each.UptimeMs);
        if (_anchors.Length > 0)
        {
            TimedEvent first = _anchors[0];
            Earliest = first.UtcMs - first.UptimeMs - first.UncertaintyMs;
            Latest = first.UtcMs - first.UptimeMs + first.UncertaintyMs;
            return;
        }

        Latest = _events.Min(each => each.ReceivedMs - each.UptimeMs);
        Earliest = _events.Where(each => each.Quality == Protocol.TimeQuality.Held)
            .Max(each => (long?)(each.UtcMs - each.UptimeMs));
    }

    /// <summary>Uptime of its last event.</summary>
    public long LastMs { get; }

    /// <summary>Its beginning; null: nothing says that it was not earlier.</summary>
    public long? Earliest { get; private set; }

    public long Latest { get; private set; }

    public void Follow(BootTimes before)
    {
        if (_anchors.Length == 0 && before.Earliest + before.LastMs is { } end && !(Earliest > end))
        {
            Earliest = end;
        }
    }

    public void Precede(BootTimes after)
    {
        if (_anchors.Length == 0 && after.Latest - LastMs < Latest)
        {
            Latest = after.Latest - LastMs;
        }
    }

    /// <summary>The events that do not know the time themselves.</summary>
    public IEnumerable<PlacedTime> Placed() => _events.Where(each => !each.IsAnchor).Select(Place);

    private PlacedTime Place(TimedEvent each)
    {
        if (_anchors.Length == 0)
        {
            return Earliest is { } earliest
                ? new PlacedTime(
                    each.Sequence, ((earliest + Latest) / 2) + each.UptimeMs, (Math.Abs(Latest - earliest) + 1) / 2)
                : new PlacedTime(each.Sequence, Latest + each.UptimeMs, null);
        }

        TimedEvent nearest = _anchors.MinBy(anchor => Uncertainty(anchor, each))!;
        return new PlacedTime(
            each.Sequence, nearest.UtcMs - nearest.UptimeMs + each.UptimeMs, Uncertainty(nearest, each));
    }

    private static long Uncertainty(TimedEvent anchor, TimedEvent each) =>
        anchor.UncertaintyMs + (Math.Abs(anchor.UptimeMs - each.UptimeMs) * DriftPpm / Million);
}
