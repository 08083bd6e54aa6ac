using System.Buffers.Binary;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary>The bytes of a packet after its length. Reading past the end gives zeros and is remembered.</summary>
internal ref struct PacketBody(ReadOnlySpan<byte> bytes)
{

    private ReadOnlySpan<byte> _rest = bytes;

    public bool IsBroken { get; private set; }

    public readonly int Count => _rest.Length;

    public int Byte()
    {
        ReadOnlySpan<byte> taken = Take(1);
        return taken.IsEmpty ? 0 : taken[0];
    }

    public int Number()
    {
        ReadOnlySpan<byte> taken = Take(2);
        return taken.IsEmpty ? 0 : BinaryPrimitives.ReadUInt16BigEndian(taken);
    }

    public byte[] Binary() => Take(Number()).ToArray();

    public byte[] Rest() => Take(Count).ToArray();

    /// <summary>Well-formed UTF-8 without U+0000, section 1.5.3.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> taken = Take(Number());
        if (!System.Text.Unicode.Utf8.IsValid(taken) || taken.Contains((byte)0))
        {
            IsBroken = true;
            return "";
        }

        return Encoding.UTF8.GetString(taken);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (IsBroken || count > _rest.Length)
        {
            IsBroken = true;
            return [];
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
