using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>One expectation of a run: met, failed for a reason, or open.</summary>
internal sealed class ExpectationWatch
{
    private readonly Expectation _expectation;
    private readonly Condition[] _conditions;
    private readonly Condition? _after;
    private long _sinceMs = -1;
    private int _next;

    public ExpectationWatch(ScenarioRun run, Expectation expectation)
    {
        _expectation = expectation;
        _conditions = [.. expectation.Conditions.Select(condition => condition.Make(run))];
        _after = expectation.After?.Make(run);
    }

    public bool Met { get; private set; }

    /// <summary>When that was.</summary>
    public long MetMs { get; private set; }

    /// <summary>What it is to come after, if anything, was so.</summary>
    public bool HasBegun => _sinceMs >= 0 || _after is null;

    /// <summary>It can be told only at the end, or speaks of all that may yet come.</summary>
    public bool IsForTheEnd => _expectation.Kind is ExpectationKind.Finally or ExpectationKind.Never;

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
                Advance(nowMs);
                return Met || !late ? null
                    : $"not within {Words.Exact(_expectation.WithinMs!.Value)}{Since()}: {Missing()}";
        }
    }

    /// <summary>The run is over; the reason when the expectation was not met, otherwise null.</summary>
    public string? End(long nowMs)
    {
        switch (_expectation.Kind)
        {
            case ExpectationKind.Never when HasBegun:
                Meet(nowMs);
                return null;
            case ExpectationKind.Finally:
                if (_conditions[0].IsTrue())
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
        while (_next < _conditions.Length && _conditions[_next].IsTrue())
        {
            (object Log, int Place)? matched = _conditions[_next].Matched;
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
