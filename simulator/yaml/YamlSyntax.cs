using YamlDotNet.Core;

namespace SwapEdge.Simulator.Yaml;

/// <summary>What is wrong with a text that is not YAML: what is behind the parser's words, or those.</summary>
internal static class YamlSyntax
{
    /// <summary>What the parser says, and what it means.</summary>
    private static readonly (string Said, string Meant)[] Known =
    [
        ("invalid mapping",
            "a ':' where none can stand; indent as the neighbours do, and put a text with ': ' in quotes"),
        ("wrong indentation", "a quote is not closed"),
        ("unexpected end of stream", "a quote is not closed"),
        ("did not find expected ',' or ']'", "a list in [ ] lacks a ',' or its end"),
        ("did not find expected ',' or '}'", "a map in { } lacks a ',' or its end"),
        ("did not find expected '-' indicator", "a line of this list begins with '- ', indented as the others"),
        ("did not find expected key", "'name: value' is expected, indented as its neighbours"),
    ];

    public static YamlError Of(YamlException problem, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        (int line, int column) = (Math.Max(1, (int)problem.Start.Line), Math.Max(1, (int)problem.Start.Column));
        if (problem.Message.Contains("tab", StringComparison.Ordinal)
            && (TabOf(lines, line, (int)problem.End.Line + 1) ?? TabOf(lines, 1, lines.Length)) is { } tab)
        {
            return new YamlError(tab.Line, tab.Column, "is not YAML: a tab indents; blanks do");
        }

        string reason = (problem.InnerException?.Message ?? problem.Message).TrimEnd('.', ' ');
        if (reason.Contains("cannot start any token", StringComparison.Ordinal)
            && lines.ElementAtOrDefault(line - 1) is { } at && column <= at.Length)
        {
            string first = YamlErrors.Quote(at.Substring(column - 1, 1));
            return new YamlError(line, column, $"is not YAML: a value cannot begin with {first}; put it in quotes");
        }

        string? meant = Known.FirstOrDefault(one => reason.Contains(one.Said, StringComparison.Ordinal)).Meant;
        return new YamlError(line, column, $"is not YAML: {meant ?? char.ToLowerInvariant(reason[0]) + reason[1..]}");
    }

    /// <summary>The parser knows no better than that it is lost.</summary>
    public static YamlError Lost(Mark at) => new(
        Math.Max(1, (int)at.Line),
        Math.Max(1, (int)at.Column),
        "is not YAML: a list in [ ] or a map in { } is not closed before this line");

    /// <summary>The first tab in the indentation of these lines, from 1.</summary>
    private static (int Line, int Column)? TabOf(string[] lines, int from, int to)
    {
        for (int line = from; line <= Math.Min(to, lines.Length); line++)
        {
            string text = lines[line - 1];
            int tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && text[..tab].Trim(' ').Length == 0)
            {
                return (line, tab + 1);
            }
        }

        return null;
    }
}
