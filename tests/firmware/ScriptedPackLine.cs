using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>The cabinet's RS485 line: the selected pack answers a little after it was asked. Allocates
/// nothing.</summary>
public sealed class ScriptedPackLine(CabinetRig rig) : IByteLink
{
    private const int AnswerAfterMs = 80;

    private readonly byte[] _answer = new byte[Jbd.Room];
    private int _length;
    private int _read;
    private long _dueMs;

    public long NowMs { get; set; }

    /// <summary>Place of the door whose pack is on the line, -1 for none.</summary>
    public int Selected { get; set; } = -1;

    /// <summary>Questions asked, by door.</summary>
    public int[] Asked { get; } = new int[8];

    /// <summary>Questions asked while an answer was still on its way.</summary>
    public int Collisions { get; private set; }

    /// <summary>Spoils one byte of each answer.</summary>
    public bool Noisy { get; set; }

    public void Forget() => _length = _read = 0;

    public int Read(byte[] into, int offset, int count)
    {
        int left = NowMs < _dueMs ? 0 : Math.Min(count, _length - _read);
        Array.Copy(_answer, _read, into, offset, left);
        _read += left;
        return left;
    }

    public bool Write(byte[] data, int offset, int count)
    {
        Collisions += _read < _length ? 1 : 0;
        _length = _read = 0;
        if (Selected < 0)
        {
            return true;
        }

        Asked[Selected]++;
        CabinetRigPack? pack = rig.Doors[Selected].Pack;
        if (pack is null || !pack.Talks || pack.Sleeps-- > 0)
        {
            return true;
        }

        _length = pack.Answer(data[offset + 2], _answer);
        _answer[5] ^= (byte)(Noisy ? 0x10 : 0);
        _dueMs = NowMs + AnswerAfterMs;
        return true;
    }
}
