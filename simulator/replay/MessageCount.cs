namespace SwapEdge.Simulator;

/// <summary>How often a message came on a bus, and how far apart.</summary>
public sealed class MessageCount(string bus, string name, int expectedMs)
{
    /// <summary>A gap of more than this many periods is a pause, and no part of the mean.</summary>
    private const int PausePeriods = 3;

    private long _lastMs;
    private long _sumMs;
    private long _intervals;

    public string Interface { get; } = bus;

    public string Name { get; } = name;

    /// <summary>Period of the standard, 0 where it has none.</summary>
    public int ExpectedMs { get; } = expectedMs;

    public long Count { get; private set; }

    /// <summary>Gaps of more than three periods.</summary>
    public long Pauses { get; private set; }

    public long LongestGapMs { get; private set; }

    /// <summary>Mean time between two without the pauses, or null when there were no two.</summary>
    public long? MeanMs => _intervals == 0 ? null : _sumMs / _intervals;

    public void Add(long nowMs)
    {
        if (Count++ > 0)
        {
            long gapMs = nowMs - _lastMs;
            LongestGapMs = Math.Max(LongestGapMs, gapMs);
            if (ExpectedMs > 0 && gapMs > ExpectedMs * PausePeriods)
            {
                Pauses++;
            }
            else
            {
                _sumMs += gapMs;
                _intervals++;
            }
        }

        _lastMs = nowMs;
    }
}
