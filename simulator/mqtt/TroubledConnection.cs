namespace SwapEdge.Simulator;

/// <summary>
/// A client's connection to a broker, such as one over TCP, that can be held up, be late, or be cut. Threads of a board
/// may read and write it at once.
/// </summary>
/// <param name="line">The connection itself.</param>
/// <param name="trouble">What is done to it, and to others.</param>
public sealed class TroubledConnection(IConnection line, NetworkTrouble trouble) : IConnection
{
    /// <summary>Bytes that wait to be sent, as many as a network in memory takes.</summary>
    private const int RoomBytes = 16 * 1024;

    private readonly Queue<(long DueMs, byte[] Bytes)> _coming = new();
    private readonly byte[] _read = new byte[RoomBytes];
    private readonly Lock _gate = new();
    private byte[] _unsent = [];
    private byte[] _arrived = [];
    private bool _cut;
    private bool _lineEnded;

    public int LocalId => line.LocalId;

    public int RemoteId => line.RemoteId;

    public long BytesWritten => line.BytesWritten;

    public long BytesRead => line.BytesRead;

    public string? Failure => line.Failure;

    public int Read(Span<byte> into)
    {
        using Lock.Scope scope = _gate.EnterScope();
        if (_cut)
        {
            return -1;
        }

        if (trouble.Held)
        {
            return 0;
        }

        Send();
        Listen();
        if (_arrived.Length == 0 && _coming.TryPeek(out (long DueMs, byte[] Bytes) next) && next.DueMs <= trouble.NowMs)
        {
            _arrived = _coming.Dequeue().Bytes;
        }

        int count = Math.Min(into.Length, _arrived.Length);
        _arrived.AsSpan(0, count).CopyTo(into);
        _arrived = _arrived[count..];
        return count == 0 && into.Length > 0 && _lineEnded && _coming.Count == 0 ? -1 : count;
    }

    public int Write(ReadOnlySpan<byte> from)
    {
        using Lock.Scope scope = _gate.EnterScope();
        if (_cut)
        {
            return -1;
        }

        if (!trouble.Held)
        {
            Send();
            if (_unsent.Length == 0)
            {
                return line.Write(from);
            }
        }

        int taken = Math.Min(from.Length, RoomBytes - _unsent.Length);
        _unsent = [.. _unsent, .. from[..taken]];
        return taken;
    }

    /// <summary>It ends, and what was on its way is lost.</summary>
    public void Cut()
    {
        using Lock.Scope scope = _gate.EnterScope();
        _cut = true;
        line.Dispose();
    }

    public void Dispose() => Cut();

    /// <summary>What was held up goes first.</summary>
    private void Send()
    {
        if (_unsent.Length > 0)
        {
            int count = line.Write(_unsent);
            _unsent = _unsent[Math.Max(count, 0)..];
            _lineEnded |= count < 0;
        }
    }

    private void Listen()
    {
        int count = _lineEnded ? -1 : line.Read(_read);
        _lineEnded |= count < 0;
        if (count > 0)
        {
            long dueMs = trouble.NowMs + trouble.SlowByMs;
            _coming.Enqueue((dueMs, _read.AsSpan(0, count).ToArray()));
        }
    }
}
