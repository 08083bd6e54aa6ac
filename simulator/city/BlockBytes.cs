using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Numbers of seven bits a byte, the lowest first, from bytes that may end anywhere.</summary>
internal ref struct BlockBytes(ReadOnlySpan<byte> bytes)
{
    private const int NameLimit = 32;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>False once something was asked for that is not there.</summary>
    public bool Sound { get; private set; } = true;

    public readonly bool AtEnd => _at >= _bytes.Length;

    public ulong Number()
    {
        ulong number = 0;
        for (int shift = 0; shift < 64 && Sound && !AtEnd; shift += 7)
        {
            byte next = _bytes[_at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                Sound = shift < 63 || next < 2;
                return number;
            }
        }

        Sound = false;
        return 0;
    }

    /// <summary>0, -1, 1, -2 ... as 0, 1, 2, 3 ...</summary>
    public long Signed()
    {
        ulong number = Number();
        Sound &= number <= uint.MaxValue;
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    public string Text()
    {
        ulong length = Number();
        if (!Sound || length > NameLimit || (int)length > _bytes.Length - _at)
        {
            Sound = false;
            return "";
        }

        ReadOnlySpan<byte> text = _bytes.Slice(_at, (int)length);
        _at += (int)length;
        return Encoding.Latin1.GetString(text);
    }
}
