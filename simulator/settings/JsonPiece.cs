using System.Text.Json;

namespace SwapEdge.Simulator.Settings;

/// <summary>A value of a JSON file and where it stands.</summary>
/// <param name="kind">What it is; a number is one only when it is whole and fits 64 bits.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1.</param>
public sealed class JsonPiece(JsonValueKind kind, int line, int column)
{
    public JsonValueKind Kind { get; } = kind;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Of a text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of a whole number; null at any other.</summary>
    public long? Number { get; init; }

    /// <summary>Of an array.</summary>
    public IList<JsonPiece> Items { get; } = [];

    /// <summary>Of an object, in the order of the file; a name that comes twice is there twice.</summary>
    public IList<JsonMember> Members { get; } = [];

    /// <summary>The member of that name, null when there is none.</summary>
    public JsonPiece? this[string name] =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;
}
