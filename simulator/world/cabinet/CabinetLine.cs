using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The RS485 line of a cabinet at 9600 baud, switched to one door. A question that has arrived whole is thought about
/// for a moment and answered, byte after byte; what is on its way when the line is switched is lost.
/// </summary>
public sealed class CabinetLine(IReadOnlyList<CabinetDoorway> doors) : IByteLink
{
    public const int BaudRate = 9600;

    private const int SwitchMs = 20;
    private const int ThinkMs = 25;
    private const int BytesPerSecond = BaudRate / 10;
    private const int RequestLength = 7;

    private readonly byte[] _answer = new byte[Jbd.Room];
    private readonly byte[] _question = new byte[Jbd.Room];
    private int _length;
    private int _read;
    private int _register = -1;
    private int _door = -1;
    private long _nowMs;
    private long _switchedMs;
    private long _heardMs;
    private long _beganMs;

    /// <summary>Doors, from 1, of whose packs nothing comes; each as often as something silences it.</summary>
    public ICollection<int> SilentDoors { get; } = new List<int>();

    /// <summary>What becomes of each byte that comes; null: it stays as it is.</summary>
    public Func<byte, byte>? Disturbed { get; set; }

    /// <summary>Bytes on the line, both ways.</summary>
    public long Bytes { get; private set; }

    public void Select(int index)
    {
        if (index != _door)
        {
            _door = index;
            _switchedMs = _nowMs;
            _register = -1;
            _length = _read = 0;
        }
    }

    public void Advance(long nowMs)
    {
        _nowMs = nowMs;
        if (_register < 0 || nowMs < _heardMs + ThinkMs)
        {
            return;
        }

        CabinetDoorway door = doors[_door];
        bool hears = door.Connected && !SilentDoors.Contains(door.Number);
        _length = hears ? door.Pack!.Answer(_register, nowMs, _answer) : 0;
        for (int i = 0; i < _length && Disturbed is { } disturbed; i++)
        {
            _answer[i] = disturbed(_answer[i]);
        }

        _read = 0;
        _beganMs = nowMs;
        _register = -1;
        Bytes += _length;
    }

    public int Read(byte[] into, int offset, int count)
    {
        int arrived = (int)Math.Min(_length, (_nowMs - _beganMs) * BytesPerSecond / 1000);
        int taken = Math.Min(count, arrived - _read);
        Array.Copy(_answer, _read, into, offset, taken);
        _read += taken;
        return taken;
    }

    public bool Write(byte[] data, int offset, int count)
    {
        Bytes += count;
        Array.Copy(data, offset, _question, 0, Math.Min(count, _question.Length));
        bool heard = _door >= 0 && _nowMs - _switchedMs >= SwitchMs && count == RequestLength
            && Jbd.IsRequest(_question);
        _register = heard ? _question[2] : -1;
        _heardMs = _nowMs + (count * 1000 / BytesPerSecond);
        _length = _read = 0;
        return true;
    }
}
