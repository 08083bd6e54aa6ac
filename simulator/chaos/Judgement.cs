namespace SwapEdge.Simulator;

/// <summary>What was unsafe, once its truth has stood for longer than a node has to notice.</summary>
public sealed class Judgement
{
    private readonly Dictionary<Unsafe, long> _sinceMs = [];
    private readonly HashSet<Unsafe> _seen = [];
    private long _nowMs;
    private int _wrong;

    /// <summary>All that was seen.</summary>
    public IReadOnlySet<Unsafe> Seen => _seen;

    /// <summary>What was seen first, with its time; None while all is well.</summary>
    public Unsafe First { get; private set; }

    public long FirstMs { get; private set; }

    /// <summary>Wrong sensors at that moment.</summary>
    public int FirstWrong { get; private set; }

    /// <summary>A pass is judged.</summary>
    public void Begin(long nowMs, int wrongSensors)
    {
        _nowMs = nowMs;
        _wrong = wrongSensors;
    }

    /// <summary>The node has lost its power; what stood begins anew.</summary>
    public void Reset() => _sinceMs.Clear();

    public void Take(Unsafe what, bool against, int graceMs)
    {
        if (!against)
        {
            _sinceMs.Remove(what);
            return;
        }

        _sinceMs.TryAdd(what, _nowMs);
        if (_nowMs - _sinceMs[what] < graceMs)
        {
            return;
        }

        _seen.Add(what);
        if (First == Unsafe.None)
        {
            First = what;
            FirstMs = _nowMs;
            FirstWrong = _wrong;
        }
    }
}
