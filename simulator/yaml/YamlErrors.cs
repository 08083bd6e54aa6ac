using System.Text;

namespace SwapEdge.Simulator.Yaml;

/// <summary>
/// All that is wrong with a file. A reader adds what it finds and goes on, so that one reading tells everything; from
/// <see cref="Most"/> on no more are kept, for nobody reads them.
/// </summary>
public sealed class YamlErrors
{
    public const int Most = 100;

    /// <summary>Characters of a file's text that a message repeats.</summary>
    private const int MostQuoted = 48;

    private readonly List<YamlError> _errors = [];

    /// <summary>All that were found, those that are not kept too.</summary>
    public int Found { get; private set; }

    public int Count => _errors.Count;

    /// <summary>In the order of the file, each once; those of files that it names behind them.</summary>
    public IReadOnlyList<YamlError> All =>
    [
        .. _errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal)
            .ThenBy(error => error.Line).ThenBy(error => error.Column),
    ];

    public void Add(YamlError error)
    {
        Found++;
        if (_errors.Count < Most)
        {
            _errors.Add(error);
        }
    }

    public void Add(int line, int column, string reason) => Add(new YamlError(line, column, reason));

    /// <summary>At a value.</summary>
    public void Add(YamlPiece at, string reason)
    {
        ArgumentNullException.ThrowIfNull(at);
        Add(at.Line, at.Column, reason);
    }

    /// <summary>At the key of a member.</summary>
    public void Add(YamlMember at, string reason)
    {
        ArgumentNullException.ThrowIfNull(at);
        Add(at.Line, at.Column, reason);
    }

    /// <summary>A file's text in quotes: of bounded length, and nothing in it that a terminal would obey.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder quoted = new("'");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (quoted.Length > MostQuoted)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(YamlCharacters.IsShown(rune) ? rune.ToString()
                : rune.Value is '\n' or '\r' or '\t' ? " " : "\uFFFD");
        }

        return quoted.Append('\'').ToString();
    }
}
