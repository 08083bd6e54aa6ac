using System.Globalization;
using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Words for technicians by code, from <c>firmware/faults.csv</c> and <c>firmware/phases.csv</c>. The device sends only
/// the number.
/// </summary>
public static class FaultWords
{
    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<FaultText> Faults { get; } = [.. Rows("faults.csv", 6).Select(
        row => new FaultText((Fault)Number(row[0]), row[1], row[2], row[3], row[4], row[5]))];

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<PhaseName> Phases { get; } = [.. Rows("phases.csv", 4).Select(
        row => new PhaseName((Phase)Number(row[0]), row[1], row[2], row[3]))];

    /// <summary>Null for a code that this version does not know.</summary>
    public static FaultText? Of(Fault fault) => Faults.FirstOrDefault(text => text.Fault == fault);

    /// <summary>Null for a code that this version does not know.</summary>
    public static PhaseName? Of(Phase phase) => Phases.FirstOrDefault(name => name.Phase == phase);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static List<string[]> Rows(string file, int columns)
    {
        using Stream stream = typeof(FaultWords).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not part of the program");
        using StreamReader reader = new(stream, Encoding.UTF8);
        List<string[]> rows = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = Fields(line);
            rows.Add(fields.Length == columns
                ? fields
                : throw new InvalidDataException($"{file}: {columns} fields are needed: {line}"));
        }

        return rows;
    }

    /// <summary>RFC 4180, but a field ends with its line.</summary>
    private static string[] Fields(string line)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        foreach (char letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        return [.. fields, field.ToString()];
    }
}
