using System.Net;
using System.Net.Sockets;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>
/// A line between a client and a broker that does what lines do: it is slow, it breaks in the middle of a packet, it
/// swallows what it was given, and nobody is told. Pumped by the test; time is what it is told.
/// </summary>
internal sealed class BadLine(IPEndPoint broker) : IDisposable
{
    private readonly LoopbackListener _listener = new(0);
    private readonly List<Pair> _pairs = [];

    /// <summary>How long what is sent stays on the line, milliseconds.</summary>
    public long DelayMs { get; set; }

    /// <summary>Bytes from the client, or to it, after which the line breaks; the packet that they end in is cut.
    /// </summary>
    public long BreaksAfter { get; set; } = long.MaxValue;

    /// <summary>Connections stay up and nothing gets through any more.</summary>
    public bool Swallows { get; set; }

    /// <summary>Times that it broke.</summary>
    public int Breaks { get; private set; }

    public IConnection Connect() => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, _listener.LocalId));

    public void Pump(long nowMs)
    {
        while (_listener.Accept() is { } near)
        {
            _pairs.Add(new Pair(near, TcpConnection.Connect(broker)));
        }

        foreach (Pair pair in _pairs.ToArray())
        {
            bool lives = pair.Forth.Carry(nowMs, this) && pair.Back.Carry(nowMs, this);
            bool breaks = pair.Forth.Carried + pair.Back.Carried >= BreaksAfter;
            if (!lives || breaks)
            {
                Breaks += breaks ? 1 : 0;
                pair.Dispose();
                _pairs.Remove(pair);
            }
        }
    }

    public void Dispose()
    {
        _pairs.ForEach(pair => pair.Dispose());
        _listener.Dispose();
    }

    private sealed class Pair(IConnection near, IConnection far) : IDisposable
    {
        public Way Forth { get; } = new(near, far);

        public Way Back { get; } = new(far, near);

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private sealed class Way(IConnection from, IConnection to)
    {
        private readonly Queue<(long SentMs, byte[] Bytes)> _under = new();
        private readonly byte[] _buffer = new byte[512];

        public long Carried { get; private set; }

        public bool Carry(long nowMs, BadLine line)
        {
            int count = from.Read(_buffer);
            if (count > 0 && !line.Swallows)
            {
                _under.Enqueue((nowMs, _buffer[..count]));
            }

            while (_under.TryPeek(out (long SentMs, byte[] Bytes) next) && nowMs - next.SentMs >= line.DelayMs)
            {
                _under.Dequeue();
                int room = (int)Math.Min(next.Bytes.Length, line.BreaksAfter - Carried);
                if (!Give(next.Bytes.AsSpan(0, room)) || room < next.Bytes.Length)
                {
                    return false;
                }
            }

            return count >= 0 || _under.Count > 0;
        }

        private bool Give(ReadOnlySpan<byte> bytes)
        {
            int taken = 0;
            for (int given = 0; given < bytes.Length; given += taken)
            {
                taken = to.Write(bytes[given..]);
                if (taken < 0)
                {
                    return false;
                }
            }

            Carried += bytes.Length;
            return true;
        }
    }
}
