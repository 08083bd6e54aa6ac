namespace SwapEdge.Simulator.Settings;

/// <summary>What a value may be, in the terms of a JSON schema; station.schema.json says the same.</summary>
/// <param name="Kind">Which of the following count.</param>
public sealed record Shape(ShapeKind Kind)
{
    /// <summary>Of a text: regular expression of the whole of it.</summary>
    public string Pattern { get; private init; } = "";

    /// <summary>Of a text, in words.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Of a number: least value; of a list: fewest items.</summary>
    public long Least { get; private init; }

    /// <summary>Of a number: greatest value; of a list: most items.</summary>
    public long Most { get; private init; }

    /// <summary>Of a choice: names, and what each is for the device.</summary>
    public IReadOnlyList<(string Name, int Value)> Names { get; private init; } = [];

    /// <summary>Of a list: no item twice.</summary>
    public bool IsUnique { get; private init; }

    /// <summary>Of a list: what each item is.</summary>
    public Shape? Item { get; private init; }

    /// <summary>Of a group: its fields.</summary>
    public IReadOnlyList<SettingsField> Fields { get; private init; } = [];

    public static Shape Text(string pattern, string words) =>
        new(ShapeKind.Text) { Pattern = pattern, Words = words };

    public static Shape Number(long least, long most) => new(ShapeKind.Number) { Least = least, Most = most };

    public static Shape Flag() => new(ShapeKind.Flag);

    public static Shape Choice(IEnumerable<(string Name, int Value)> names) =>
        new(ShapeKind.Choice) { Names = [.. names] };

    public static Shape List(Shape item, int fewest, int most, bool unique = true) =>
        new(ShapeKind.List) { Item = item, Least = fewest, Most = most, IsUnique = unique };

    public static Shape Group(params SettingsField[] fields) => new(ShapeKind.Group) { Fields = fields };
}
