using System.Text.Json;
using System.Text.RegularExpressions;

namespace SwapEdge.Tests.StationSettings;

/// <summary>
/// Whether a value is what a JSON schema (draft 2020-12) says: of its keywords those that ours use, any other throws.
/// </summary>
internal sealed class SchemaVerdict(string folder)
{
    private readonly Dictionary<string, JsonElement> _files = [];

    /// <summary>Without the rules that need more than one field (allOf).</summary>
    public bool FieldsOnly { get; init; }

    public JsonElement File(string name)
    {
        if (!_files.TryGetValue(name, out JsonElement root))
        {
            root = JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(folder, name)));
            _files[name] = root;
        }

        return root;
    }

    public bool Of(string file, JsonElement value) => Fits(File(file), file, value);

    /// <summary>The schema behind $ref, and the file it is in.</summary>
    public (JsonElement Schema, string File) Resolve(JsonElement schema, string file)
    {
        while (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string[] parts = reference.GetString()!.Split('#');
            file = parts[0].Length > 0 ? parts[0] : file;
            schema = parts[1].Split('/')[1..].Aggregate(File(file), (at, name) => at.GetProperty(name));
        }

        return (schema, file);
    }

    private bool Fits(JsonElement schema, string file, JsonElement value)
    {
        (schema, file) = Resolve(schema, file);
        return schema.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => schema.EnumerateObject().All(rule => Keeps(rule.Name, rule.Value, schema, file, value)),
        };
    }

    private bool Keeps(string keyword, JsonElement rule, JsonElement schema, string file, JsonElement value)
    {
        bool isObject = value.ValueKind == JsonValueKind.Object;
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
        bool isArray = value.ValueKind == JsonValueKind.Array;
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "$defs" or "then":
                return true;
            case "type":
                return rule.ValueKind == JsonValueKind.Array
                    ? rule.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
                    : IsOf(rule.GetString()!, value);
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            case "const":
                return JsonElement.DeepEquals(rule, value);
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble();
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble();
            case "pattern":
                return value.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(value.GetString()!, rule.GetString()!.Replace("$", "\\z"));
            case "minItems":
                return !isArray || items.Length >= rule.GetInt32();
            case "maxItems":
                return !isArray || items.Length <= rule.GetInt32();
            case "uniqueItems":
                return !items.Where((one, i) => items.Take(i).Any(other => JsonElement.DeepEquals(one, other))).Any();
            case "items":
                return items.All(item => Fits(rule, file, item));
            case "properties":
                return !isObject || rule.EnumerateObject().All(
                    one => !value.TryGetProperty(one.Name, out JsonElement member) || Fits(one.Value, file, member));
            case "additionalProperties":
                Assert.Equal(JsonValueKind.False, rule.ValueKind);
                return !isObject || value.EnumerateObject().All(
                    member => schema.GetProperty("properties").TryGetProperty(member.Name, out _));
            case "required":
                return !isObject || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "allOf":
                return FieldsOnly || rule.EnumerateArray().All(one => Fits(one, file, value));
            case "anyOf":
                return rule.EnumerateArray().Any(one => Fits(one, file, value));
            case "if":
                return !Fits(rule, file, value) || Fits(schema.GetProperty("then"), file, value);
            default:
                throw new NotSupportedException($"keyword {keyword}");
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
        _ => throw new NotSupportedException($"type {type}"),
    };
}
