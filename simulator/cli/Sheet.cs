using Spectre.Console;

namespace SwapEdge.Simulator;

/// <summary>
/// Text and tables for people: with colour and lines on a terminal, plain columns where the output goes into a file.
/// </summary>
public sealed class Sheet(TextWriter output, bool terminal)
{
    private readonly IAnsiConsole? _console = terminal
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) })
        : null;

    public void Line(string text = "")
    {
        if (_console is null)
        {
            output.WriteLine(text);
        }
        else
        {
            _console.MarkupLineInterpolated($"{text}");
        }
    }

    /// <summary>The line that says how it ended.</summary>
    public void Verdict(string text, bool passed)
    {
        if (_console is null)
        {
            output.WriteLine(text);
        }
        else
        {
            _console.MarkupLine($"[bold {(passed ? "green" : "red")}]{Markup.Escape(text)}[/]");
        }
    }

    /// <summary>A table; a column whose name begins with '&gt;' is set to the right.</summary>
    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        List<string[]> all = [.. rows];
        if (_console is null || LeastWidth(columns, all) > _console.Profile.Width)
        {
            WritePlain(columns, all);
        }
        else
        {
            _console.Write(Styled(columns, all));
        }
    }

    /// <summary>Of a table with lines, without a word that is broken.</summary>
    private static int LeastWidth(string[] columns, List<string[]> rows) => 1 + columns.Select((name, i) =>
        rows.Select(row => row[i]).Append(name.TrimStart('>'))
            .SelectMany(cell => cell.Split(' ')).Max(word => word.Length) + 3).Sum();

    private void WritePlain(string[] columns, List<string[]> rows)
    {
        string[] names = [.. columns.Select(name => name.TrimStart('>'))];
        int[] widths = [.. names.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max())];
        foreach (string[] row in rows.Prepend(names))
        {
            IEnumerable<string> cells = row.Select((cell, i) =>
                columns[i][0] == '>' ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            output.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }

    private static Table Styled(string[] columns, List<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (string name in columns)
        {
            TableColumn column = new(new Markup($"[bold]{Markup.Escape(name.TrimStart('>'))}[/]"));
            table.AddColumn(name[0] == '>' ? column.RightAligned() : column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return table;
    }
}
