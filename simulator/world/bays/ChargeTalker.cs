using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// What a charger and a charging BMS have in common on their bus: short messages to the other address, long ones by the
/// transport protocol, in both directions.
/// </summary>
public sealed class ChargeTalker
{
    private const int LongestMessage = 64;

    /// <summary>While nothing comes and nothing is under way, time-outs are looked for so often.</summary>
    private const int IdleMs = 50;

    private readonly WireEnd _bus;
    private readonly int _address;
    private readonly int _other;
    private readonly CanFrame _in = new();
    private readonly CanFrame _out = new();
    private readonly byte[] _long = new byte[LongestMessage];
    private readonly TransportSender _sender;
    private readonly TransportResponder _responder;
    private readonly Action<int, byte[]> _heard;
    private long _idleUntilMs;

    /// <param name="bus">This participant's end of the bus.</param>
    /// <param name="address">Address of its own.</param>
    /// <param name="other">Address of the other participant.</param>
    /// <param name="heard">Called with PGN and data of each whole message of the other.</param>
    public ChargeTalker(WireEnd bus, int address, int other, Action<int, byte[]> heard)
    {
        _bus = bus;
        _address = address;
        _other = other;
        _heard = heard;
        _sender = new TransportSender(address, other, LongestMessage);
        _responder = new TransportResponder(address, LongestMessage);
    }

    /// <summary>A long message is under way, or a frame waits to be heard.</summary>
    public bool Busy => _sender.IsBusy || _bus.Waits;

    /// <summary>Unplugged: what was under way is dropped.</summary>
    public bool Attached
    {
        get => _bus.Attached;
        set => _bus.Attached = value;
    }

    /// <summary>Hears what has arrived and sends what the transport protocol owes.</summary>
    public void Advance(long nowMs)
    {
        if (nowMs < _idleUntilMs && !_bus.Waits && !_sender.IsBusy)
        {
            return;
        }

        _idleUntilMs = nowMs + IdleMs;
        while (_bus.Receive(_in))
        {
            Hear(_in);
        }

        _sender.Poll(nowMs);
        _responder.Poll(nowMs);
        while (_responder.Next(_out) || _sender.Next(nowMs, _out))
        {
            _bus.Send(_out);
        }
    }

    /// <summary>Sends a message of up to 8 bytes; unused bits are 1.</summary>
    public void Send(int priority, int pgn, int length, Action<byte[]> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        _out.Id = J1939.Id(priority, pgn, _other, _address);
        _out.Extended = true;
        _out.Length = length;
        Array.Fill(_out.Data, (byte)0xFF);
        fill(_out.Data);
        _bus.Send(_out);
    }

    /// <summary>Begins a longer message, unless the last one is still under way.</summary>
    public void SendLong(int pgn, int length, long nowMs, Action<byte[]> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        if (!_sender.IsBusy)
        {
            Array.Fill(_long, (byte)0xFF);
            fill(_long);
            _sender.Start(pgn, _long, length, nowMs);
        }
    }

    private void Hear(CanFrame frame)
    {
        if (J1939.Source(frame.Id) != _other || J1939.Destination(frame.Id) != _address)
        {
            return;
        }

        int pgn = J1939.Pgn(frame.Id);
        if (pgn is not (Transport.ConnectionPgn or Transport.DataPgn))
        {
            _heard(pgn, frame.Data);
        }
        else if (_sender.Accept(frame) is DecodeResult.ForeignAddress or DecodeResult.TransportUnexpected
            && _responder.Accept(frame) == DecodeResult.Ok)
        {
            _heard(_responder.Pgn, _responder.Data);
        }
    }
}
