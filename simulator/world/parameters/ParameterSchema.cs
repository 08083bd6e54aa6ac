using System.Text.Json.Nodes;

namespace SwapEdge.Simulator;

/// <summary>The JSON schema of a role's files, from its fields: for editors, and for whoever checks without us.
/// </summary>
public static class ParameterSchema
{
    private const int HoursOfDay = 24;

    private static readonly string[] SpreadParts = ["mean", "deviation", "least", "most"];

    public static JsonObject Of(ParameterRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        JsonObject properties = new()
        {
            ["about"] = new JsonObject { ["type"] = "string", ["description"] = "What it is, in a line" },
        };
        foreach (ParameterField field in role.Fields)
        {
            JsonObject value = Value(field);
            value["description"] = field.About;
            properties[field.Name] = value;
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"Parameters of {role.What}",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Value(ParameterField field) => field.Shape switch
    {
        ParameterShape.Count => new JsonObject
        {
            ["type"] = "integer", ["minimum"] = (long)field.Least, ["maximum"] = (long)field.Most,
        },
        ParameterShape.Curve => new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 2,
            ["items"] = new JsonObject
            {
                ["type"] = "array",
                ["prefixItems"] = new JsonArray(Single(field.Over), Single(field.Measure)),
                ["minItems"] = 2,
                ["maxItems"] = 2,
            },
        },
        ParameterShape.Spread => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. SpreadParts.Select(part => JsonValue.Create(part))]),
            ["properties"] = new JsonObject(SpreadParts.Select(part =>
                new KeyValuePair<string, JsonNode?>(part, Single(field.Measure)))),
        },
        ParameterShape.Hours => new JsonObject
        {
            ["type"] = "array",
            ["items"] = Single(field.Measure),
            ["minItems"] = HoursOfDay,
            ["maxItems"] = HoursOfDay,
        },
        ParameterShape.Number => new JsonObject
        {
            ["type"] = "number", ["minimum"] = field.Least, ["maximum"] = field.Most,
        },
        _ => Single(field.Measure),
    };

    /// <summary>A number with one of the measure's units, or a plain number.</summary>
    private static JsonObject Single(Yaml.Measure? measure) => measure is null
        ? new JsonObject { ["type"] = "number" }
        : new JsonObject { ["type"] = "string", ["examples"] = new JsonArray(measure.Example) };
}
