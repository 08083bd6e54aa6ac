using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>One happening of a run: waits for its trigger, begins, and is undone when it is over.</summary>
internal sealed class HappeningWatch(ScenarioRun run, Happening happening)
{
    private readonly Condition? _when = happening.Trigger.When?.Make(run);
    private long _dueMs = happening.Trigger.AtMs ?? -1;
    private long _overMs = long.MaxValue;
    private Action? _undo;

    public bool Begun { get; private set; }

    /// <summary>Nothing of it is to come: what has no end of its own is over when it has begun.</summary>
    public bool Over { get; private set; }

    /// <summary>Why it cannot be done; null: nothing is against it so far.</summary>
    public string? Refused { get; private set; }

    public void Look(long nowMs)
    {
        if (!Begun)
        {
            if (_dueMs < 0 && _when is { } when && when.IsTrue())
            {
                _dueMs = nowMs + happening.Trigger.AfterMs;
            }

            if (_dueMs >= 0 && nowMs >= _dueMs)
            {
                Begin(nowMs);
            }
        }
        else if (!Over && nowMs >= _overMs)
        {
            Over = true;
            _undo?.Invoke();
        }
    }

    /// <summary>Why it did not happen, in words.</summary>
    public string Missed() => _when is null
        ? Invariant($"the run was over before {Words.Duration(happening.Trigger.AtMs ?? 0)}")
        : _dueMs >= 0 ? "the run was over before" : $"what it waited for never was: {_when.Seen()}";

    private void Begin(long nowMs)
    {
        Begun = true;
        try
        {
            _undo = happening.Form.Begin(run, happening.Arguments);
        }
        catch (ScenarioException problem)
        {
            Refused = problem.Message;
        }

        long? forMs = happening.ForMs ?? happening.Form.UsualMs;
        _overMs = _undo is not null && forMs is { } lasts ? nowMs + lasts : long.MaxValue;
        Over = _overMs == long.MaxValue;
    }
}
