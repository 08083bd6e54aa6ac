namespace SwapEdge.Simulator;

/// <summary>One end of a connection in memory.</summary>
internal sealed class MemoryConnection(MemoryListener network, int localId, int remoteId) : IConnection
{
    /// <summary>Bytes under way in one direction; more are not taken.</summary>
    private const int RoomBytes = 16 * 1024;

    private readonly byte[] _under = new byte[RoomBytes];
    private readonly Queue<(long DueMs, long Through)> _late = new();
    private MemoryConnection? _far;
    private int _start;
    private int _count;

    public int LocalId { get; } = localId;

    public int RemoteId { get; } = remoteId;

    public long BytesWritten { get; private set; }

    public long BytesRead { get; private set; }

    /// <summary>Nothing is written any more; what has arrived can be read.</summary>
    public bool Ended { get; private set; }

    public bool HasArrivals => !network.Held && (Arrived > 0 || (Ended && _count == 0));

    private bool IsClients => LocalId != network.LocalId;

    /// <summary>Bytes that can be read now.</summary>
    private int Arrived
    {
        get
        {
            while (_late.TryPeek(out (long DueMs, long Through) first) && first.DueMs <= network.NowMs)
            {
                _late.Dequeue();
            }

            return _late.TryPeek(out (long DueMs, long Through) late)
                ? (int)(late.Through - BytesRead) : _count;
        }
    }

    public void Join(MemoryConnection far)
    {
        _far = far;
        far._far = this;
    }

    public int Read(Span<byte> into)
    {
        if (network.Held)
        {
            return 0;
        }

        int count = Math.Min(into.Length, Arrived);
        for (int i = 0; i < count; i++)
        {
            into[i] = _under[(_start + i) % RoomBytes];
        }

        _start = (_start + count) % RoomBytes;
        _count -= count;
        BytesRead += count;
        return count > 0 || into.Length == 0 || !Ended ? count : -1;
    }

    public int Write(ReadOnlySpan<byte> from) => Ended ? -1 : _far!.Take(from);

    /// <summary>Ends both ends; of what is on its way so many bytes still arrive.</summary>
    public void Cut(int arrives)
    {
        End(arrives);
        _far?.End(arrives);
    }

    /// <summary>Like a socket: the other end still reads what was sent.</summary>
    public void Dispose()
    {
        End(0);
        _far?.End(RoomBytes);
    }

    private int Take(ReadOnlySpan<byte> from)
    {
        int count = Math.Min(from.Length, RoomBytes - _count);
        for (int i = 0; i < count; i++)
        {
            _under[(_start + _count + i) % RoomBytes] = from[i];
        }

        if (count > 0 && IsClients && network.SlowByMs > 0)
        {
            _late.Enqueue((network.NowMs + network.SlowByMs, BytesRead + _count));
        }

        _count += count;
        _far!.BytesWritten += count;
        return count;
    }

    private void End(int arrives)
    {
        Ended = true;
        _count = Math.Min(_count, arrives);
        _late.Clear();
    }
}
