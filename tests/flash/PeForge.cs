using System.Buffers.Binary;
using System.Text;

namespace SwapEdge.Tests.Flash;

/// <summary>
/// Makes assemblies in the device's form, as far as the loader looks: header, references, strings, and a body of any
/// bytes. The checksum is computed bit by bit, not as the tool does it.
/// </summary>
internal static class PeForge
{
    public const ushort RuntimeMscorlib = 0xFCD2;

    private const int HeaderBytes = 124;
    private const int References = 0;
    private const int Strings = 11;
    private const int ByteCode = 13;

    public static byte[] Make(
        string name, Version version, int bodyBytes, params (string Name, Version Version)[] needed) =>
        Make(name, version, bodyBytes, IsOurs(name) ? [SwapEdge.Firmware.Node.Build] : [], needed);

    /// <param name="name">Of the assembly.</param>
    /// <param name="version">Its own.</param>
    /// <param name="bodyBytes">Of code, drawn by this number.</param>
    /// <param name="texts">What its code says, among the strings.</param>
    /// <param name="needed">References.</param>
    public static byte[] Make(
        string name, Version version, int bodyBytes, string[] texts, (string Name, Version Version)[] needed)
    {
        using MemoryStream strings = new();
        strings.WriteByte(0);
        ushort own = Add(strings, name);
        ushort[] names = [.. needed.Select(one => Add(strings, one.Name))];
        Array.ForEach(texts, text => Add(strings, text));

        int[] starts = new int[16];
        int at = HeaderBytes;
        int[] sizes = new int[15];
        sizes[References] = 12 * needed.Length;
        sizes[Strings] = (int)(strings.Length + 3) & ~3;
        sizes[ByteCode] = bodyBytes;
        for (int table = 0; table < 15; table++)
        {
            starts[table] = at;
            at += sizes[table];
        }

        starts[15] = at;
        byte[] bytes = new byte[at];
        "NFMRK1"u8.CopyTo(bytes);
        Put(bytes, 28, version);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(36), own);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(38), 1);
        for (int table = 0; table < 16; table++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40 + (4 * table)), starts[table]);
        }

        for (int i = 0; i < needed.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(HeaderBytes + (12 * i)), names[i]);
            Put(bytes, HeaderBytes + (12 * i) + 4, needed[i].Version);
        }

        strings.ToArray().CopyTo(bytes, starts[Strings]);
        new Random(bodyBytes).NextBytes(bytes.AsSpan(starts[ByteCode], bodyBytes));
        return Seal(bytes);
    }

    /// <summary>Writes both checksums anew.</summary>
    public static byte[] Seal(byte[] bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Checksum(bytes.AsSpan(HeaderBytes)));
        bytes.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Checksum(bytes.AsSpan(0, HeaderBytes)));
        return bytes;
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0;
        foreach (byte one in bytes)
        {
            for (int bit = 7; bit >= 0; bit--)
            {
                bool set = ((crc >> 31) ^ (uint)((one >> bit) & 1)) != 0;
                crc = (crc << 1) ^ (set ? 0x04C11DB7u : 0);
            }
        }

        return crc;
    }

    private static bool IsOurs(string name) =>
        name == "App" || name.StartsWith("SwapEdge.", StringComparison.Ordinal);

    private static ushort Add(MemoryStream strings, string name)
    {
        if (name == "mscorlib")
        {
            return RuntimeMscorlib;
        }

        ushort at = (ushort)strings.Length;
        strings.Write(Encoding.UTF8.GetBytes(name + "\0"));
        return at;
    }

    private static void Put(byte[] bytes, int at, Version version)
    {
        int[] numbers = [version.Major, version.Minor, version.Build, version.Revision];
        for (int i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + (2 * i)), (ushort)numbers[i]);
        }
    }
}
