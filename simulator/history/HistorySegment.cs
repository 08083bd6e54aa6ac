using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>One file of a journal with what its header says.</summary>
internal sealed class HistorySegment
{
    public const int ChainedHeader = 24;

    private static readonly byte[] Magic = "SEJ2"u8.ToArray();

    public HistorySegment(int number, byte[] file)
    {
        Number = number;
        File = file;
        ReadOnlySpan<byte> bytes = file;
        if (bytes.Length >= SpecBytes.HeaderLength && bytes.StartsWith(Magic)
            && SpecBytes.Number32(bytes[60..]) == SpecBytes.Crc(bytes[..60]))
        {
            SaysNumber = (int)SpecBytes.Number32(bytes[12..]);
            HasHeader = SaysNumber == number;
            Journal = SpecBytes.Number64(bytes[4..]);
            First = SpecBytes.Number64(bytes[16..]);
            Before = file[ChainedHeader..56];
            Tag = file[56..60];
        }
    }

    /// <summary>By the file's name.</summary>
    public int Number { get; }

    public byte[] File { get; }

    /// <summary>A whole header of the segment that the file is named for.</summary>
    public bool HasHeader { get; }

    public ulong Journal { get; }

    /// <summary>By a whole header; -1 without one.</summary>
    public int SaysNumber { get; } = -1;

    /// <summary>Sequence of the first record.</summary>
    public ulong First { get; }

    /// <summary>Chain value before it.</summary>
    public byte[] Before { get; } = new byte[32];

    public byte[] Tag { get; } = [];

    /// <summary>The segments among files, oldest first.</summary>
    public static HistorySegment[] Of(IReadOnlyDictionary<string, byte[]> files) =>
    [
        .. files.Where(file => file.Key.StartsWith("ev-", StringComparison.Ordinal))
            .Select(file => (Is: IsNumber(file.Key.AsSpan(3), out int number), number, file.Value))
            .Where(file => file.Is).OrderBy(file => file.number)
            .Select(file => new HistorySegment(file.number, file.Value)),
    ];

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
