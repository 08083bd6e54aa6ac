using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>One expectation of a run: met, failed for a reason, or open.</summary>
internal sealed class ExpectationWatch
{
    private readonly Expectation _expectation;
    private readonly Condition[] _conditions;
    private readonly Condition? _after;

    /// <summary>It says how many there are in all: it is told when its time is over.</summary>
    private readonly bool _isCounted;

    /// <summary>By number: the same state stands before it, and has been so without a break since then.</summary>
    private readonly bool[] _lasting;
    private long _sinceMs = -1;
    private int _next;
    private bool _wasSo;

    public ExpectationWatch(ScenarioRun run, Expectation expectation)
    {
        _expectation = expectation;
        _conditions = [.. expectation.Conditions.Select(condition => condition.Make(run))];
        _after = expectation.After?.Make(run);
        _lasting = new bool[_conditions.Length];
        _isCounted = expectation.Kind == ExpectationKind.Eventually && expectation.Conditions[0].HasUpperBound;
    }

    public bool Met { get; private set; }

    /// <summary>When that was.</summary>
    public long MetMs { get; private set; }

    /// <summary>What it is to come after, if anything, was so.</summary>
    public bool HasBegun => _sinceMs >= 0 || _after is null;

    /// <summary>It can be told only at the end, or speaks of all that may yet come: no run goes on for it.</summary>
    public bool IsForTheEnd => _expectation.Kind == ExpectationKind.Finally
        || ((_expectation.Kind == ExpectationKind.Never || _isCounted) && _expectation.WithinMs is null && HasBegun);

    /// <summary>After a pass; the reason when it has failed for good, otherwise null.</summary>
    public string? Look(long nowMs)
    {
        if (Met || _expectation.Kind == ExpectationKind.Finally || !Begin(nowMs))
        {
            return null;
        }

        bool late = _expectation.WithinMs is { } withinMs && nowMs - _sinceMs > withinMs;
        switch (_expectation.Kind)
        {
            case ExpectationKind.Never when late:
                Meet(nowMs);
                return null;
            case ExpectationKind.Never:
                return _conditions[0].IsTrue() ? $"it was so{Since(nowMs - _sinceMs)}: {_conditions[0].Seen()}" : null;
            default:
                return late ? Late(nowMs) : Look(nowMs, _isCounted);
        }
    }

    private string? Look(long nowMs, bool counted)
    {
        if (counted)
        {
            _wasSo = _conditions[0].IsTrue();
        }
        else
        {
            Advance(nowMs);
        }

        return null;
    }

    /// <summary>Its time is over: what becomes so in this pass does not count any more.</summary>
    private string? Late(long nowMs)
    {
        if (_isCounted && _wasSo)
        {
            Meet(nowMs);
        }

        return Met ? null : $"not within {Words.Exact(_expectation.WithinMs!.Value)}{Since()}: {Missing()}";
    }

    /// <summary>The run is over; the reason when the expectation was not met, otherwise null.</summary>
    public string? End(long nowMs)
    {
        switch (_expectation.Kind)
        {
            case ExpectationKind.Never when HasBegun:
                long openMs = Met ? 0 : (_expectation.WithinMs ?? 0) - (nowMs - Math.Max(0, _sinceMs));
                Meet(nowMs);
                return openMs > 0 ? $"the run was over {Words.Exact(openMs)} before its time was" : null;
            case ExpectationKind.Finally:
            case ExpectationKind.Eventually when _isCounted && HasBegun:
                if (!Met && _conditions[0].IsTrue())
                {
                    Meet(nowMs);
                }

                return Met ? null : $"at the end it was not so: {_conditions[0].Seen()}";
            default:
                return Met ? null
                    : !HasBegun ? $"what it counts after never was: {_after!.Seen()}"
                    : $"it never was{Since()}: {Missing()}";
        }
    }

    private bool Begin(long nowMs)
    {
        if (_sinceMs < 0 && (_after is null || _after.IsTrue()))
        {
            _sinceMs = _after is null ? 0 : nowMs;
            if (_after is not null)
            {
                Wait(_after.Matched);
            }
        }

        return _sinceMs >= 0;
    }

    private void Meet(long nowMs)
    {
        MetMs = Met ? MetMs : nowMs;
        Met = true;
    }

    private void Advance(long nowMs)
    {
        for (int i = _next; i < _conditions.Length; i++)
        {
            _lasting[i] = _lasting[i] && _conditions[i].IsTrue();
        }

        while (_next < _conditions.Length && !_lasting[_next] && _conditions[_next].IsTrue())
        {
            (object Log, int Place)? matched = _conditions[_next].Matched;
            for (int i = _next + 1; i < _conditions.Length; i++)
            {
                _lasting[i] |= _conditions[i].IsState
                    && _expectation.Conditions[i].SaysTheSame(_expectation.Conditions[_next]);
            }

            _next++;
            if (_next < _conditions.Length)
            {
                _conditions[_next].WaitFrom(matched);
            }
        }

        if (_next == _conditions.Length)
        {
            Meet(nowMs);
        }
    }

    private void Wait((object Log, int Place)? matched)
    {
        foreach (Condition condition in _conditions)
        {
            condition.WaitFrom(matched);
        }
    }

    private string Missing()
    {
        string seen = _conditions[_next].Seen();
        string text = _expectation.Conditions[_next].Text;
        return _conditions.Length == 1 ? seen
            : Invariant($"number {_next + 1} of them") + (text.Length > 0 ? $", {text}" : "") + $": {seen}";
    }

    /// <summary>From when on it counted.</summary>
    private string Since() => _after is null ? "" : $" after {Words.Exact(_sinceMs)}";

    private string Since(long lastedMs) => _after is null ? "" : $" {Words.Exact(lastedMs)}{Since()}";
}
