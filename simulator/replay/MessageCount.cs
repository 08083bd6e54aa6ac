namespace SwapEdge.Simulator;

/// <summary>How often a message came, and how far apart.</summary>
public sealed class MessageCount(string name, int expectedMs)
{
    private long _firstMs;
    private long _lastMs;

    public string Name { get; } = name;

    /// <summary>Period of the standard, 0 where it has none.</summary>
    public int ExpectedMs { get; } = expectedMs;

    public long Count { get; private set; }

    public long LongestGapMs { get; private set; }

    /// <summary>Mean time between two, or null for fewer.</summary>
    public long? MeanMs => Count < 2 ? null : (_lastMs - _firstMs) / (Count - 1);

    public void Add(long nowMs)
    {
        if (Count++ == 0)
        {
            _firstMs = nowMs;
        }
        else
        {
            LongestGapMs = Math.Max(LongestGapMs, nowMs - _lastMs);
        }

        _lastMs = nowMs;
    }
}
