using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>How often lines or frames were refused for one reason, and the first lines of them.</summary>
public sealed class RefusalCount(string reason)
{
    public const int KeptLines = 20;

    private readonly List<long> _lines = [];

    public string Reason { get; } = reason;

    public long Count { get; private set; }

    /// <summary>The first <see cref="KeptLines"/> line numbers.</summary>
    public IReadOnlyList<long> Lines => _lines;

    public void Add(long line)
    {
        Count++;
        if (_lines.Count < KeptLines)
        {
            _lines.Add(line);
        }
    }

    public override string ToString()
    {
        string lines = string.Join(", ", _lines.Select(line => Invariant($"{line}")));
        string more = Count > _lines.Count ? Invariant($" and {Count - _lines.Count} more") : "";
        string word = Count == 1 ? "line" : "lines";
        return Invariant($"{Count} x {Reason} ({word} {lines}{more})");
    }
}
