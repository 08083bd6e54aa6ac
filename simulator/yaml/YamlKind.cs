namespace SwapEdge.Simulator.Yaml;

/// <summary>What a value of a YAML file is.</summary>
public enum YamlKind
{
    /// <summary>No value: empty, <c>~</c> or <c>null</c>.</summary>
    Nothing = 0,

    /// <summary>A word, a number, a text: what it means is for whoever asks.</summary>
    Text = 1,
    List = 2,
    Map = 3,

    /// <summary>An alias: its error is told already, and whoever asks tells none.</summary>
    Refused = 4,
}
