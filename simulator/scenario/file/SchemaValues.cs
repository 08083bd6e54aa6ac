using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SwapEdge.Firmware;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>The values of the schema, those that come more than once in <c>$defs</c>.</summary>
internal sealed class SchemaValues
{
    private readonly Dictionary<string, JsonObject> _defs = new(StringComparer.Ordinal);

    /// <summary>By name, in its order.</summary>
    public IEnumerable<(string Name, JsonObject Value)> Defs =>
        _defs.OrderBy(def => def.Key, StringComparer.Ordinal).Select(def => (def.Key, def.Value));

    public static JsonObject Ref(string name) => new() { ["$ref"] = "#/$defs/" + name };

    public static JsonObject Of(string type, string about, string? pattern = null)
    {
        JsonObject value = About(about);
        value["type"] = type;
        if (pattern is not null)
        {
            value["pattern"] = pattern;
        }

        return value;
    }

    public static JsonObject Number(string about, int least, int most)
    {
        JsonObject value = Of("integer", about);
        value["minimum"] = least;
        value["maximum"] = most;
        return value;
    }

    public static JsonObject Level(string about)
    {
        JsonObject value = About(about);
        value["enum"] = new JsonArray([true, false, .. Quantity.Levels.Select(word => (JsonNode)word)]);
        return value;
    }

    public static JsonObject Choice(string about, IEnumerable<string> names)
    {
        JsonObject value = About(about);
        value["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        return value;
    }

    public static JsonObject List(string about, JsonObject item, int fewest = 0)
    {
        JsonObject value = Of("array", about);
        value["items"] = item;
        if (fewest > 0)
        {
            value["minItems"] = fewest;
        }

        return value;
    }

    public static JsonObject Map(string about, string[] required, params (string Name, JsonNode Value)[] members)
    {
        JsonObject value = Of("object", about);
        if (required.Length > 0)
        {
            value["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        }

        JsonObject properties = [];
        foreach ((string name, JsonNode member) in members)
        {
            properties[name] = member;
        }

        value["additionalProperties"] = false;
        value["properties"] = properties;
        return value;
    }

    /// <summary>A parameter of a form.</summary>
    public (string Name, JsonNode Value) Member(Parameter one) => (one.Name, one.Kind switch
    {
        ParameterKind.Count => Number(one.About, (int)one.Least, (int)one.Most),
        ParameterKind.Level => Level(one.About),
        ParameterKind.Choice => Choices(one),
        ParameterKind.Text or ParameterKind.Vehicle => Text(one.About),
        ParameterKind.PackCode => Code(one.About),
        ParameterKind.Node => Of("string", one.About, "^[a-z0-9-]+$"),
        ParameterKind.Bay => Number(one.About, 1, StationPlan.MostBays),
        ParameterKind.Lane => Number(one.About, 1, StationPlan.MostLanes),
        ParameterKind.Position => Number(one.About, 1, SwapProfile.MostPacks),
        ParameterKind.LockPoint => Number(one.About, 1, SwapProfile.MostLockPoints),
        ParameterKind.PackAt => Of("string", one.About, "^((bay|door)-[0-9]+|(lane-[0-9]+-)?vehicle(-[0-9]+)?)$"),
        _ => Measured(one.Kind, one.About),
    });

    /// <summary>A quantity: the pattern of its units once for all.</summary>
    public JsonObject Measured(ParameterKind kind, string about) => Measured(MeasureOf(kind), about);

    /// <summary>The same of any measure; null: a number alone.</summary>
    public JsonObject Measured(Measure? measure, string about)
    {
        if (measure is null)
        {
            return Of("number", about);
        }

        string name = measure.Words[(measure.Words.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(' ', '-');
        if (!_defs.ContainsKey(name))
        {
            string units = string.Join('|', measure.Units
                .SelectMany(unit => unit.Also.Prepend(unit.Symbol)).Select(Regex.Escape));
            const string Number = @"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?";
            string pattern = measure == Measure.Duration
                ? $@"^(\+?{Number} *({units}) *)+$" : $@"^[+\-−]?{Number} *({units})$";
            _defs[name] = Of("string", $"Such as '{measure.Example}'.", pattern);
        }

        JsonObject value = Ref(name);
        if (about.Length > 0)
        {
            value["description"] = about;
        }

        return value;
    }

    /// <summary>What a kind of parameter is measured in.</summary>
    public static Measure MeasureOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Duration => Measure.Duration,
        ParameterKind.Temperature => Measure.Temperature,
        ParameterKind.Percent => Measure.Share,
        ParameterKind.Resistance => Measure.Resistance,
        ParameterKind.Current => Measure.Current,
        ParameterKind.Voltage => Measure.Voltage,
        ParameterKind.Power => Measure.Power,
        ParameterKind.Length => Measure.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no quantity"),
    };

    /// <summary>Words of any kind, also those that an editor takes for a number or for yes or no.</summary>
    public static JsonObject Text(string about)
    {
        JsonObject value = About(about);
        value["type"] = new JsonArray("string", "number", "boolean");
        return value;
    }

    /// <summary>A code of a pack; one of digits alone is a number for an editor.</summary>
    public static JsonObject Code(string about)
    {
        JsonObject value = About(about);
        value["type"] = new JsonArray("string", "number");
        value["pattern"] = "^[A-Z0-9]{17}[0-9]{7}$";
        return value;
    }

    private JsonObject Choices(Parameter one)
    {
        IReadOnlyList<string> names = one.Choices ?? [];
        if (names.Count <= 8)
        {
            return Choice(one.About, names);
        }

        JsonObject list = Choice("", names);
        string name = one.Name;
        for (int i = 2; _defs.TryGetValue(name, out JsonObject? there) && !JsonNode.DeepEquals(there, list); i++)
        {
            name = $"{one.Name}-{i}";
        }

        _defs[name] = list;
        JsonObject value = Ref(name);
        value["description"] = one.About;
        return value;
    }

    private static JsonObject About(string about)
    {
        JsonObject value = [];
        if (about.Length > 0)
        {
            value["description"] = about;
        }

        return value;
    }
}
