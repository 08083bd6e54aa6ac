using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>A value of a file in one line, for people.</summary>
internal static class YamlText
{
    private const int Most = 240;

    /// <summary>The members of a map one after another, without the braces around them.</summary>
    public static string Of(YamlPiece piece)
    {
        string text = string.Join(", ", piece.Members.Select(member => $"{member.Name} {Inner(member.Value)}"));
        return text.Length <= Most ? text : text[..Most] + "…";
    }

    /// <summary>As it stands in the file, in one line.</summary>
    public static string Inner(YamlPiece piece) => piece.Kind switch
    {
        YamlKind.Map => "{ " + string.Join(", ", piece.Members.Select(one => $"{one.Name}: {Inner(one.Value)}")) + " }",
        YamlKind.List => "[ " + string.Join(", ", piece.Items.Select(Inner)) + " ]",
        _ => piece.Text,
    };
}
