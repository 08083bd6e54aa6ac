namespace SwapEdge.Simulator;

/// <summary>When a cyclic message is due. Restarts from now after a pause instead of catching up.</summary>
public sealed class Period(int milliseconds, int phaseMs = 0)
{
    private long _nextMs = phaseMs;

    /// <summary>When it is due next.</summary>
    public long NextMs => _nextMs;

    public bool Due(long nowMs)
    {
        if (nowMs < _nextMs)
        {
            return false;
        }

        _nextMs = nowMs - _nextMs < milliseconds ? _nextMs + milliseconds : nowMs + milliseconds;
        return true;
    }

    /// <summary>Makes it due <paramref name="afterMs"/> from now.</summary>
    public void Restart(long nowMs, int afterMs = 0) => _nextMs = nowMs + afterMs;
}
