namespace SwapEdge.Simulator.Yaml;

/// <summary>A value of a YAML file and where it stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
public sealed class YamlPiece(YamlKind kind, int line, int column)
{
    public YamlKind Kind { get; } = kind;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Of a text, as it reads without quotes.</summary>
    public string Text { get; init; } = "";

    /// <summary>It stands in quotes or as a block, so it is meant as a text whatever it looks like.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Of a list.</summary>
    public IList<YamlPiece> Items { get; } = [];

    /// <summary>Of a map, in the order of the file, each name once.</summary>
    public IList<YamlMember> Members { get; } = [];

    /// <summary>The member of that name, null when there is none.</summary>
    public YamlPiece? this[string name] =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;

    /// <summary>What stands here, for a message: <c>a list</c>, <c>'12 V'</c>.</summary>
    public string Describe() => Kind switch
    {
        YamlKind.Text => YamlErrors.Quote(Text),
        YamlKind.List => "a list",
        YamlKind.Map => "a map",
        _ => "nothing",
    };
}
