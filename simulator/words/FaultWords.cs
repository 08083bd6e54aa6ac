using System.Globalization;
using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Words for technicians by code, from the tables in <c>firmware/*.csv</c>. The device sends only the number.
/// </summary>
public static class FaultWords
{
    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<FaultText> Faults { get; } = [.. Rows("faults.csv", 6).Select(
        row => new FaultText((Fault)Number(row[0]), row[1], row[2], row[3], row[4], row[5]))];

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<PhaseName> Phases { get; } = [.. Rows("phases.csv", 4).Select(
        row => new PhaseName((Phase)Number(row[0]), row[1], row[2], row[3]))];

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<NoticeText> LaneWarnings { get; } = Notices("lane_warnings.csv");

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<NoticeText> Findings { get; } = Notices("pack_findings.csv");

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<NoticeText> NodeWarnings { get; } = Notices("node_warnings.csv");

    /// <summary>With the days that are left. Null for a code that this version does not know.</summary>
    public static NoticeText? Of(NodeWarning warning, int value) =>
        NodeWarnings.FirstOrDefault(text => text.Number == (int)warning)?.For(value);

    /// <summary>Null for a code that this version does not know.</summary>
    public static NoticeText? Of(PackFinding finding) => Findings.FirstOrDefault(text => text.Number == (int)finding);

    /// <summary>With its value in words: a sensor, or milliseconds. Null for a code that this version does not know.
    /// </summary>
    public static NoticeText? Of(LaneWarning warning, int value)
    {
        NoticeText? text = LaneWarnings.FirstOrDefault(text => text.Number == (int)warning);
        return warning == LaneWarning.SensorStuck ? text?.For(SensorName(value)) : text?.For(value);
    }

    /// <summary>Null for a code that this version does not know.</summary>
    public static FaultText? Of(Fault fault) => Faults.FirstOrDefault(text => text.Fault == fault);

    /// <summary>Null for a code that this version does not know.</summary>
    public static PhaseName? Of(Phase phase) => Phases.FirstOrDefault(name => name.Phase == phase);

    private static string SensorName(int sensor) =>
        sensor >= (int)LaneSensor.LockClosed ? $"lock point {sensor - (int)LaneSensor.LockClosed + 1} closed"
        : sensor >= (int)LaneSensor.LockOpen ? $"lock point {sensor - (int)LaneSensor.LockOpen + 1} open"
        : $"\"{Words.Of((LaneSensor)sensor)}\"";

    private static IReadOnlyList<NoticeText> Notices(string file) => [.. Rows(file, 6).Select(
        row => new NoticeText(Number(row[0]), row[1], row[2], row[3], row[4], row[5]))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    internal static List<string[]> Rows(string file, int columns)
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
