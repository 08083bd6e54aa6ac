using System.Text.Json;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace SwapEdge.Simulator.Settings;

/// <summary>Whether values are what their shapes say; each that is not is an error with its place.</summary>
public sealed class ShapeCheck(ICollection<SettingsError> errors)
{
    public void Check(JsonPiece piece, Shape shape, string path)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(shape);
        string? wrong = shape.Kind switch
        {
            ShapeKind.Text => OfText(piece, shape),
            ShapeKind.Number => OfNumber(piece, shape),
            ShapeKind.Flag when piece.Kind is JsonValueKind.True or JsonValueKind.False => null,
            ShapeKind.Flag => "true or false is expected",
            ShapeKind.Choice => OfChoice(piece, shape),
            ShapeKind.List => OfList(piece, shape, path),
            _ => OfGroup(piece, shape, path),
        };
        if (wrong is not null)
        {
            Add(piece, path, wrong);
        }
    }

    public void Add(JsonPiece piece, string path, string reason)
    {
        ArgumentNullException.ThrowIfNull(piece);
        errors.Add(new SettingsError(piece.Line, piece.Column, path, reason));
    }

    /// <summary>The path of a member.</summary>
    public static string In(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string? OfText(JsonPiece piece, Shape shape)
    {
        // The end of a schema's pattern is the end of the text, with a new line too.
        string pattern = shape.Pattern.Replace("$", "\\z", StringComparison.Ordinal);
        bool fits = piece.Kind == JsonValueKind.String
            && Regex.IsMatch(piece.Text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        return fits ? null : $"{shape.Words} is expected";
    }

    private static string? OfNumber(JsonPiece piece, Shape shape) =>
        piece.Kind != JsonValueKind.Number || piece.Number is not { } number
            ? Invariant($"a whole number from {shape.Least} to {shape.Most} is expected")
            : number < shape.Least || number > shape.Most
                ? Invariant($"{number} is outside {shape.Least} to {shape.Most}")
                : null;

    private static string? OfChoice(JsonPiece piece, Shape shape) =>
        piece.Kind == JsonValueKind.String
            && shape.Names.Any(name => string.Equals(name.Name, piece.Text, StringComparison.Ordinal))
                ? null
                : $"one of {string.Join(", ", shape.Names.Select(name => name.Name))} is expected";

    private string? OfList(JsonPiece piece, Shape shape, string path)
    {
        if (piece.Kind != JsonValueKind.Array)
        {
            return "a list in [ ] is expected";
        }

        HashSet<(string, long?)> seen = [];
        for (int i = 0; i < piece.Items.Count; i++)
        {
            JsonPiece item = piece.Items[i];
            string at = Invariant($"{path}[{i}]");
            Check(item, shape.Item!, at);
            if (shape.IsUnique && !seen.Add((item.Text, item.Number)))
            {
                Add(item, at, "is there twice");
            }
        }

        return piece.Items.Count < shape.Least || piece.Items.Count > shape.Most
            ? Invariant($"{shape.Least} to {shape.Most} items are expected, there are {piece.Items.Count}")
            : null;
    }

    private string? OfGroup(JsonPiece piece, Shape shape, string path)
    {
        if (piece.Kind != JsonValueKind.Object)
        {
            return "an object in { } is expected";
        }

        HashSet<string> seen = [];
        foreach (JsonMember member in piece.Members)
        {
            string at = In(path, member.Name);
            SettingsField? field = shape.Fields.FirstOrDefault(
                field => string.Equals(field.Name, member.Name, StringComparison.Ordinal));
            if (field is null || !seen.Add(member.Name))
            {
                string reason = field is null ? "unknown field" : "is there twice";
                errors.Add(new SettingsError(member.Line, member.Column, at, reason));
                continue;
            }

            Check(member.Value, field.Shape, at);
        }

        foreach (SettingsField field in shape.Fields)
        {
            if (field.Needed == NodeKinds.All && !seen.Contains(field.Name))
            {
                Add(piece, In(path, field.Name), "is missing");
            }
        }

        return null;
    }
}
