using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Reads what <see cref="RecordBytes"/> wrote; throws <see cref="RecordDamageException"/> where it ends too
/// early.</summary>
internal ref struct RecordCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public readonly bool Ended => At >= _bytes.Length;

    public ulong Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte part = Raw(1)[0];
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }

        throw new RecordDamageException("a number does not end");
    }

    /// <summary>A number that counts something here: it is not larger than an array may be.</summary>
    public int Count()
    {
        ulong value = Number();
        return value <= int.MaxValue ? (int)value : throw new RecordDamageException($"a count of {value}");
    }

    public long Signed()
    {
        ulong value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public ReadOnlySpan<byte> Block() => Raw(Count());

    public string Text() => Encoding.UTF8.GetString(Block());

    public ReadOnlySpan<byte> Raw(int length)
    {
        if (length > _bytes.Length - At)
        {
            throw new RecordDamageException("it ends in the middle of an entry");
        }

        At += length;
        return _bytes.Slice(At - length, length);
    }
}
