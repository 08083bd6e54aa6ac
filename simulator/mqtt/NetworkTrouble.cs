namespace SwapEdge.Simulator;

/// <summary>What a network does to all connections over it that are not in memory.</summary>
public sealed class NetworkTrouble
{
    private long _nowMs;
    private int _slowByMs;
    private volatile bool _held;

    /// <summary>Whatever is written waits, nothing arrives, and nobody is told.</summary>
    public bool Held
    {
        get => _held;
        set => _held = value;
    }

    /// <summary>So much later arrives what comes from the broker; 0: at once.</summary>
    public int SlowByMs
    {
        get => Volatile.Read(ref _slowByMs);
        set => Volatile.Write(ref _slowByMs, value);
    }

    /// <summary>Time of the world, by which what is late is due.</summary>
    public long NowMs
    {
        get => Volatile.Read(ref _nowMs);
        set => Volatile.Write(ref _nowMs, value);
    }
}
