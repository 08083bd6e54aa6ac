using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// A CAN adapter that speaks SLCAN on a serial port, as Lawicel's does: it answers each command, tells its flags, and
/// has room for some frames of each direction. The bus is the caller's; the serial line carries ten bits a byte.
/// </summary>
public sealed class SlcanAdapter
{
    private const int SendRoom = 16;

    private readonly SerialWire _serial;
    private readonly SlcanReader _reader = new();
    private readonly Queue<byte> _toSerial = new();
    private readonly int _room;
    private readonly CanFrame[] _frames = [.. Enumerable.Range(0, SendRoom).Select(_ => new CanFrame())];
    private readonly byte[] _line = new byte[Slcan.MaxLine];
    private byte[] _taken = new byte[64];
    private int _next;
    private uint _flags;
    private double _budget;

    /// <param name="serial">The controller's port.</param>
    /// <param name="receiveRoom">Bytes of lines that may wait for the serial line.</param>
    public SlcanAdapter(SerialWire serial, int receiveRoom = 64 * 27)
    {
        ArgumentNullException.ThrowIfNull(serial);
        _serial = serial;
        _room = receiveRoom;
        _serial.Sent = Take;
    }

    /// <summary>Of its side of the serial line, set in it: at another neither side understands a byte.</summary>
    public int BaudRate { get; init; } = 921_600;

    public bool IsOpen { get; private set; }

    public bool Listens { get; private set; }

    /// <summary>Number of its bit rate, as <see cref="Slcan"/> names them.</summary>
    public uint Rate { get; private set; }

    /// <summary>Answers nothing but frames, as some firmwares do.</summary>
    public bool Mute { get; set; }

    /// <summary>Frames taken for the bus; used again once they are gone.</summary>
    public Queue<CanFrame> ToBus { get; } = new();

    /// <summary>Frames that found no room before the serial line.</summary>
    public int Lost { get; private set; }

    /// <summary>Its supply has failed and come back.</summary>
    public void PowerCycle()
    {
        IsOpen = false;
        _toSerial.Clear();
    }

    /// <summary>Bits of <see cref="Slcan"/>, told and cleared when they are asked for.</summary>
    public void Raise(uint flags) => _flags |= flags;

    /// <summary>A frame is on the bus.</summary>
    public void Hear(CanFrame frame)
    {
        if (!IsOpen)
        {
            return;
        }

        int length = Slcan.WriteFrame(frame, false, -1, _line, 0);
        if (_toSerial.Count + length > _room)
        {
            Lost++;
            Raise(Slcan.ReceiveQueueFull);
            return;
        }

        Put(_line.AsSpan(0, length));
    }

    /// <summary>Time passes on the serial line.</summary>
    public void Advance(double milliseconds)
    {
        _budget = Math.Min(_budget + (milliseconds * _serial.BaudRate / 10_000), 4096);
        while (_budget >= 1 && _toSerial.TryDequeue(out byte one))
        {
            _budget--;
            _serial.Arrive([_serial.BaudRate == BaudRate ? one : (byte)~one]);
        }

        _budget = _toSerial.Count == 0 ? Math.Min(_budget, 1) : _budget;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _taken = bytes.Length > _taken.Length ? new byte[bytes.Length] : _taken;
        bytes.CopyTo(_taken);
        for (int at = 0; at < bytes.Length && _serial.BaudRate == BaudRate;)
        {
            at += _reader.Accept(_taken, at, bytes.Length - at, 0);
            if (_reader.Kind != SlcanKind.None)
            {
                Serve();
            }
        }
    }

    private void Serve()
    {
        switch (_reader.Kind)
        {
            case SlcanKind.Frame:
                Send();
                break;
            case SlcanKind.Close:
                Answer(IsOpen);
                IsOpen = false;
                break;
            case SlcanKind.SetRate:
                Rate = IsOpen ? Rate : _reader.Value;
                Answer(!IsOpen);
                break;
            case SlcanKind.Open or SlcanKind.Listen:
                Listens = !IsOpen && _reader.Kind == SlcanKind.Listen;
                Answer(!IsOpen && Rate != 0);
                IsOpen |= Rate != 0;
                break;
            case SlcanKind.AskFlags when IsOpen:
                PutLine(SlcanKind.Flags, _flags);
                _flags = 0;
                break;
            default:
                Answer(_reader.Kind == SlcanKind.Accepted);
                break;
        }
    }

    private void Send()
    {
        if (!IsOpen || Listens || ToBus.Count == SendRoom)
        {
            Answer(false);
            return;
        }

        CanFrame copy = _frames[_next];
        _next = (_next + 1) % SendRoom;
        copy.CopyFrom(_reader.Frame);
        ToBus.Enqueue(copy);
        PutLine(SlcanKind.Sent, 0);
    }

    private void Answer(bool done) => PutLine(done ? SlcanKind.Accepted : SlcanKind.Refused, 0);

    private void PutLine(SlcanKind kind, uint value)
    {
        int length = Slcan.WriteLine(kind, value, _line, 0);
        if (!Mute)
        {
            Put(_line.AsSpan(0, length));
        }
    }

    private void Put(ReadOnlySpan<byte> line)
    {
        foreach (byte one in line)
        {
            _toSerial.Enqueue(one);
        }
    }
}
