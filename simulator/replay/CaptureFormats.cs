namespace SwapEdge.Simulator;

/// <summary>Tells by its content which format a capture has.</summary>
public static class CaptureFormats
{
    /// <summary>Lines to look at before a file is given up.</summary>
    private const int Looked = 1_000;

    private static readonly Func<BoundedLines, CaptureReader>[] Formats =
    [
        lines => new CandumpReader(lines), lines => new AscReader(lines), lines => new CsvReader(lines),
    ];

    /// <summary>
    /// A reader for the first format of which a line is a frame or a heading; null, and what is wrong, when there is no
    /// such line.
    /// </summary>
    public static CaptureReader? Open(BoundedLines lines, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(lines);
        wrong = "the file is empty";
        CaptureReader[] tries = [.. Formats.Select(format => format(lines))];
        for (int i = 0; i < Looked && lines.LookAhead() is { } text; i++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            int found = Array.FindIndex(tries, reader => reader.Recognises(text));
            if (found >= 0)
            {
                return Formats[found](lines);
            }

            wrong = "no line of a candump log, of Vector ASC, or of CSV with named columns";
        }

        wrong = lines.Binary ? "not a text file (NUL bytes)" : wrong;
        return null;
    }
}
