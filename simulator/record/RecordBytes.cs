using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Bytes of a record as they are written: numbers in as many bytes as they need, low bits first.</summary>
internal sealed class RecordBytes
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public RecordBytes Number(ulong value)
    {
        Span<byte> room = Room(10);
        int length = 0;
        while (value > 127)
        {
            room[length] = (byte)(value | 128);
            length++;
            value >>= 7;
        }

        room[length] = (byte)value;
        Length += length + 1;
        return this;
    }

    public RecordBytes Number(int value) => Number((ulong)(uint)value);

    /// <summary>A number that may be negative: zigzag.</summary>
    public RecordBytes Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Bytes behind their length.</summary>
    public RecordBytes Block(ReadOnlySpan<byte> bytes) => Number(bytes.Length).Raw(bytes);

    public RecordBytes Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public RecordBytes Text(string text) => Block(Encoding.UTF8.GetBytes(text));

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        return _bytes.AsSpan(Length, length);
    }
}
