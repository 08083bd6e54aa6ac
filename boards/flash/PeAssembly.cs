using System.Buffers.Binary;
using System.Text;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// An assembly in the device's form (<c>.pe</c>, runtime v1), checked as the runtime checks it: marker, CRC of the
/// header, string table version, CRC of the rest (CLR_RECORD_ASSEMBLY::GoodAssembly of nf-interpreter).
/// </summary>
/// <param name="Bytes">The whole file.</param>
public sealed record PeAssembly(
    string Name, Version Version, IReadOnlyList<PeReference> References, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 124;

    private const int HeaderCrcAt = 8;
    private const int BodyCrcAt = 12;
    private const int VersionAt = 28;
    private const int NameAt = 36;
    private const int StringTableVersionAt = 38;
    private const int TablesAt = 40;
    private const int PaddingAt = 108;
    private const int ReferenceTable = 0;
    private const int StringTable = 11;
    private const int End = 15;
    private const int ReferenceBytes = 12;

    /// <summary>From here on a number is a place in the runtime's own table of 860 strings, counted from FFFFh down.
    /// </summary>
    private const int RuntimeStrings = 0xFFFF - 860;

    /// <summary>Those of the runtime's strings that are names of assemblies.</summary>
    private static readonly Dictionary<int, string> RuntimeNames = new()
    {
        [0xFCD2] = "mscorlib",
        [0xFE28] = "System.Threading",
    };

    /// <summary>Takes a file apart; null and the reason when the runtime would not load it.</summary>
    public static PeAssembly? Read(ReadOnlyMemory<byte> file, out string refusal)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        refusal = Refuse(bytes);
        if (refusal.Length > 0)
        {
            return null;
        }

        string? name = NameOf(bytes, Word(bytes, NameAt));
        List<PeReference> references = [];
        int at = Start(bytes, ReferenceTable);
        int end = Start(bytes, ReferenceTable + 1) - bytes[PaddingAt + ReferenceTable];
        for (; at + ReferenceBytes <= end; at += ReferenceBytes)
        {
            if (NameOf(bytes, Word(bytes, at)) is not { } needed)
            {
                refusal = $"the name of reference {references.Count + 1} is not known";
                return null;
            }

            references.Add(new PeReference(needed, VersionOf(bytes, at + 4)));
        }

        refusal = name == null ? "its name is not known" : "";
        return name == null ? null : new PeAssembly(name, VersionOf(bytes, VersionAt), references, file);
    }

    /// <summary>Where its strings lie.</summary>
    internal static Range Strings(ReadOnlySpan<byte> bytes) => Start(bytes, StringTable)..Start(bytes, StringTable + 1);

    /// <summary>Writes both checksums anew.</summary>
    internal static byte[] Seal(byte[] bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(BodyCrcAt), PeChecksum.Of(bytes.AsSpan(HeaderBytes)));
        bytes.AsSpan(HeaderCrcAt, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(HeaderCrcAt), PeChecksum.Of(bytes.AsSpan(0, HeaderBytes)));
        return bytes;
    }

    private static string Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
        {
            return $"{bytes.Length} bytes, a header alone has {HeaderBytes}";
        }

        if (!bytes[..7].SequenceEqual("NFMRK1\0"u8))
        {
            return bytes.StartsWith("NFMRK2"u8) ? "built for version 2 of the runtime" : "no nanoFramework assembly";
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        bytes[..HeaderBytes].CopyTo(header);
        header.Slice(HeaderCrcAt, 4).Clear();
        if (PeChecksum.Of(header) != Number(bytes, HeaderCrcAt))
        {
            return "checksum of the header";
        }

        if (Word(bytes, StringTableVersionAt) != 1)
        {
            return $"string table version {Word(bytes, StringTableVersionAt)}, the runtime has 1";
        }

        uint total = Number(bytes, TablesAt + (4 * End));
        if (total != bytes.Length)
        {
            return $"{bytes.Length} bytes of {total}";
        }

        uint before = HeaderBytes;
        for (int table = 0; table <= End; table++)
        {
            uint start = Number(bytes, TablesAt + (4 * table));
            if (start < before || start > total)
            {
                return $"table {table} lies outside";
            }

            before = start;
        }

        return PeChecksum.Of(bytes[HeaderBytes..]) == Number(bytes, BodyCrcAt) ? "" : "checksum of the assembly";
    }

    private static string? NameOf(ReadOnlySpan<byte> bytes, int number)
    {
        if (number >= RuntimeStrings)
        {
            return RuntimeNames.GetValueOrDefault(number);
        }

        int start = Start(bytes, StringTable) + number;
        int end = Start(bytes, StringTable + 1);
        int length = start < end ? bytes[start..end].IndexOf((byte)0) : -1;
        return length > 0 ? Encoding.UTF8.GetString(bytes.Slice(start, length)) : null;
    }

    private static Version VersionOf(ReadOnlySpan<byte> bytes, int at) => new(
        Word(bytes, at), Word(bytes, at + 2), Word(bytes, at + 4), Word(bytes, at + 6));

    private static int Start(ReadOnlySpan<byte> bytes, int table) => (int)Number(bytes, TablesAt + (4 * table));

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
