namespace SwapEdge.Simulator;

/// <summary>
/// A network in memory: what one end writes the other reads, at once and in the same order, in every run. A broker made
/// with it listens to nobody else. The network can be away, hold everything back, or be cut in the middle of a packet.
/// </summary>
public sealed class MemoryListener : IListener
{
    private readonly Queue<MemoryConnection> _waiting = new();
    private readonly List<MemoryConnection> _open = [];
    private int _lastId = 1;
    private bool _away;

    public int LocalId => 1;

    /// <summary>Nobody answers, and open connections end.</summary>
    public bool Away
    {
        get => _away;
        set
        {
            _away = value;
            if (_away)
            {
                CutAll();
            }
        }
    }

    /// <summary>Whatever is written waits; nobody is told.</summary>
    public bool Held { get; set; }

    /// <summary>So much later a client reads what was written to it; 0: at once.</summary>
    public int SlowByMs { get; set; }

    /// <summary>Virtual time, for what comes late.</summary>
    internal long NowMs { get; private set; }

    public void Advance(long nowMs) => NowMs = nowMs;

    /// <summary>A client's end; give it to <see cref="MqttClient"/> as its way to open a connection.</summary>
    public IConnection Connect()
    {
        MemoryConnection near = new(this, ++_lastId, LocalId);
        if (_away)
        {
            near.Dispose();
            return near;
        }

        MemoryConnection far = new(this, LocalId, near.LocalId);
        near.Join(far);
        _open.RemoveAll(connection => connection.Ended);
        _open.Add(near);
        _waiting.Enqueue(far);
        return near;
    }

    public IConnection? Accept() => !Held && _waiting.TryDequeue(out MemoryConnection? far) ? far : null;

    /// <summary>Ends all connections; of what is on its way so many bytes each way still arrive.</summary>
    public void CutAll(int arrives = 0)
    {
        _open.ForEach(connection => connection.Cut(arrives));
        _open.Clear();
    }

    public void Dispose() => Away = true;
}
