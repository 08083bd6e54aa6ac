using System.Buffers.Binary;

namespace SwapEdge.Simulator;

/// <summary>
/// Numbers, checksum and records of firmware/journal/SPEC.md, written from that page alone and sharing nothing with the
/// firmware.
/// </summary>
public static class SpecBytes
{
    public const int HeaderLength = 64;
    public const int RecordHead = 10;

    private const uint Polynomial = 0xEDB88320;
    private const byte JournalTag = 0x09;
    private const byte SequenceTag = 0x10;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Step((uint)value))];

    public static uint Number32(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt32LittleEndian(from);

    public static ulong Number64(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt64LittleEndian(from);

    /// <summary>CRC-32 of these bytes, and then of the others.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> others = default) =>
        ~Extend(Extend(uint.MaxValue, bytes), others);

    /// <summary>The last sound entry of a file of entries: number, payload, CRC-32.</summary>
    public static (ulong Number, byte[] Payload)? Newest(byte[] file, int payloadLength)
    {
        int length = 8 + payloadLength + 4;
        (ulong Number, byte[] Payload)? newest = null;
        for (int at = 0; at + length <= file.Length; at += length)
        {
            ReadOnlySpan<byte> entry = file.AsSpan(at, length);
            ulong number = Number64(entry);
            if (Crc(entry[..^4]) == Number32(entry[^4..]) && number > (newest?.Number ?? 0))
            {
                newest = (number, entry[8..^4].ToArray());
            }
        }

        return newest;
    }

    /// <summary>Payload length of the sound record at a position, or 0.</summary>
    public static int Record(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < RecordHead)
        {
            return 0;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
        return length > 0 && length <= file.Length - at - RecordHead
            && Number32(file[(at + 2)..]) == Crc(file.Slice(at, 2), file.Slice(at + 6, 4 + length)) ? length : 0;
    }

    /// <summary>A whole record by its length, sound or not.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file, int at) => file.Length - at > RecordHead
        && BinaryPrimitives.ReadUInt16LittleEndian(file[at..]) is > 0 and var length
        && length <= file.Length - at - RecordHead;

    /// <summary>Journal and sequence, with which each payload begins; 0 when it does not.</summary>
    public static (ulong Journal, ulong Sequence) Identify(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 11 || payload[0] != JournalTag || payload[9] != SequenceTag)
        {
            return (0, 0);
        }

        ulong sequence = 0;
        for (int i = 10, shift = 0; i < payload.Length && shift < 64; i++, shift += 7)
        {
            sequence |= (ulong)(payload[i] & 0x7F) << shift;
            if (payload[i] < 0x80)
            {
                return (Number64(payload[1..]), sequence);
            }
        }

        return (0, 0);
    }

    private static uint Extend(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint Step(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
