namespace SwapEdge.Simulator;

/// <summary>
/// Reads frames from columns; the first line names them. <c>time</c> in seconds (or <c>time_ms</c>, <c>time_us</c>),
/// <c>id</c> and <c>data</c> in hexadecimals (or a column a byte, <c>d0</c> to <c>d7</c>) must be there;
/// <c>extended</c>, <c>length</c>, <c>interface</c>, <c>remote</c> and <c>error</c> may; others are ignored.
/// </summary>
public sealed class CsvReader(BoundedLines lines) : CaptureReader(lines)
{
    private static readonly Dictionary<string, CsvColumn> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["time"] = CsvColumn.Seconds, ["timestamp"] = CsvColumn.Seconds, ["time_s"] = CsvColumn.Seconds,
        ["time_ms"] = CsvColumn.Milliseconds, ["time_us"] = CsvColumn.Microseconds,
        ["time stamp"] = CsvColumn.Microseconds,
        ["id"] = CsvColumn.Id, ["can_id"] = CsvColumn.Id, ["arbitration_id"] = CsvColumn.Id,
        ["extended"] = CsvColumn.Extended, ["length"] = CsvColumn.Length, ["len"] = CsvColumn.Length,
        ["dlc"] = CsvColumn.Length, ["data"] = CsvColumn.Data, ["remote"] = CsvColumn.Remote,
        ["error"] = CsvColumn.Error, ["interface"] = CsvColumn.Interface, ["channel"] = CsvColumn.Interface,
        ["bus"] = CsvColumn.Interface,
    };

    private static readonly (CsvColumn Column, decimal Us)[] Units =
    [
        (CsvColumn.Seconds, 1_000_000), (CsvColumn.Milliseconds, 1_000), (CsvColumn.Microseconds, 1),
    ];

    private int[] _at = [];
    private List<int> _bytes = [];
    private char _separator = ',';
    private CsvColumn _time;

    public override string Format => "CSV";

    protected override bool IsHeading(string text) => ReadHeading(text);

    protected override string? Parse(string text, CaptureLine into, out long timeUs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        timeUs = 0;
        if (text.StartsWith('#') || (_at.Length == 0 && ReadHeading(text)))
        {
            return NoFrame;
        }

        if (_at.Length == 0)
        {
            return "no line that names the columns";
        }

        string[] cells = [.. text.Split(_separator).Select(cell => cell.Trim().Trim('"'))];
        decimal unitUs = Array.Find(Units, unit => unit.Column == _time).Us;
        if (!TryParseTime(Cell(cells, _time), unitUs, out timeUs))
        {
            return ReadHeading(text) ? NoFrame : "time is not a number";
        }

        return IsSet(Cell(cells, CsvColumn.Error)) ? "error frame"
            : IsSet(Cell(cells, CsvColumn.Remote)) ? "remote frame"
            : ParseInterface(Cell(cells, CsvColumn.Interface), into) ?? ParseFrame(cells, into);
    }

    private bool ReadHeading(string text)
    {
        char separator = Array.Find([';', '\t'], text.Contains);
        separator = separator == default ? ',' : separator;
        string[] names = [.. text.Split(separator).Select(name => name.Trim().Trim('"'))];
        int[] at = [.. Enumerable.Repeat(-1, Enum.GetValues<CsvColumn>().Length)];
        List<int> bytes = [];
        for (int i = 0; i < names.Length; i++)
        {
            if (Names.TryGetValue(names[i], out CsvColumn column))
            {
                at[(int)column] = i;
            }
            else if (names[i] is ['d' or 'D', >= '0' and <= '8'])
            {
                bytes.Add(i);
            }
        }

        CsvColumn time = Array.Find(Units, unit => at[(int)unit.Column] >= 0).Column;
        bool data = at[(int)CsvColumn.Data] >= 0 || bytes.Count is > 0 and <= 8;
        if (time == CsvColumn.None || at[(int)CsvColumn.Id] < 0 || !data)
        {
            return false;
        }

        (_at, _bytes, _separator, _time) = (at, bytes, separator, time);
        return true;
    }

    /// <summary>A name, or a number from 0.</summary>
    private static string? ParseInterface(string cell, CaptureLine into)
    {
        into.Interface = cell.Length == 0 ? CandumpWriter.Interface
            : FrameFields.TryNumber(cell, false, out uint number) ? FrameFields.InterfaceOf(number)
            : cell;
        return FrameFields.WrongInterface(into.Interface);
    }

    private string? ParseFrame(string[] cells, CaptureLine into)
    {
        ReadOnlySpan<char> digits = Cell(cells, CsvColumn.Id);
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[2..];
        }

        if (!FrameFields.TryNumber(digits, true, out uint id))
        {
            return "identifier is not hexadecimal";
        }

        bool extended = Has(CsvColumn.Extended) ? IsSet(Cell(cells, CsvColumn.Extended)) : digits.Length > 3;
        if (FrameFields.WrongId(id, extended) is { } wrong)
        {
            return wrong;
        }

        uint length = 0;
        bool stated = Has(CsvColumn.Length);
        if (stated && (!FrameFields.TryNumber(Cell(cells, CsvColumn.Length), false, out length) || length > 8))
        {
            return "length is not 0 to 8";
        }

        Span<byte> data = stackalloc byte[8];
        if (ParseData(cells, stated ? (int)length : _bytes.Count, data, out int count) is { } wrongData)
        {
            return wrongData;
        }

        if (stated && length != count)
        {
            return "length contradicts the data bytes";
        }

        FrameFields.Fill(into.Frame, id, extended, data[..count]);
        return null;
    }

    /// <summary>Columns of a byte behind the length are filled up with anything.</summary>
    private string? ParseData(string[] cells, int columns, Span<byte> data, out int count)
    {
        count = 0;
        string hex = Has(CsvColumn.Data)
            ? Cell(cells, CsvColumn.Data).Replace(" ", "", StringComparison.Ordinal)
            : string.Concat(_bytes
                .Take(columns)
                .Where(at => at < cells.Length && cells[at].Length > 0)
                .Select(at => cells[at].PadLeft(2, '0')));
        if (!hex.All(char.IsAsciiHexDigit))
        {
            return "data is not hexadecimal";
        }

        if (hex.Length % 2 != 0 || hex.Length > 16)
        {
            return hex.Length > 16 ? "more than 8 data bytes" : "odd number of hex digits";
        }

        count = hex.Length / 2;
        Convert.FromHexString(hex, data, out _, out _);
        return null;
    }

    private bool Has(CsvColumn column) => _at[(int)column] >= 0;

    private string Cell(string[] cells, CsvColumn column)
    {
        int at = _at[(int)column];
        return at >= 0 && at < cells.Length ? cells[at] : "";
    }

    private static bool IsSet(string cell) =>
        cell is "1" || string.Equals(cell, "true", StringComparison.OrdinalIgnoreCase);
}
