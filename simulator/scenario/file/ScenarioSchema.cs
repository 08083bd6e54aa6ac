using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// The JSON schema of a scenario (draft 2020-12), for editors: made from the table of forms. What a schema cannot say,
/// such as which bays a station has and that times are before the limit, the reader alone says.
/// </summary>
public static partial class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Indented, with the names of a list in one line.</summary>
    public static string Text() => Lists().Replace(
        Build().ToJsonString(Indented), list => Blanks().Replace(list.Value, " ").Replace("[ ", "[").Replace(" ]", "]"))
        + "\n";

    public static JsonObject Build()
    {
        SchemaValues values = new();
        JsonObject root = SchemaValues.Map(
            "A scenario: a station, who comes, what happens, and what is expected.",
            ["scenario"],
            ("$schema", SchemaValues.Text("Where this schema is, for editors.")),
            ("scenario", SchemaValues.Text("The story, in a sentence or some.")),
            ("claim", SchemaValues.Text("What it shows.")),
            ("station", Station(values)),
            ("arrivals", SchemaValues.List("Who comes; who comes in the story of the station's kind if left out.",
                SchemaValues.Ref("arrival"))),
            ("traffic", Traffic(values)),
            ("happens", SchemaValues.List("What happens, each at a time or when something is so.",
                SchemaValues.Ref("happening"))),
            ("expect", SchemaValues.List("What is expected of the run.", SchemaValues.Ref("expectation"), 1)),
            ("until", Until(values)),
            ("limit", values.Measured(ParameterKind.Duration,
                "How long it may last in virtual time; longer is a failure. 30 min if left out.")));
        JsonObject defs = new()
        {
            ["pack"] = Pack(values),
            ["arrival"] = Arrival(values),
            ["happening"] = Happening(values),
            ["condition"] = Condition(values),
            ["expectation"] = Expectation(values),
        };
        foreach ((string name, JsonObject value) in values.Defs)
        {
            defs[name] = value.DeepClone();
        }

        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "SwapEdge scenario",
        };
        foreach ((string name, JsonNode? value) in root.ToArray())
        {
            root.Remove(name);
            schema[name] = value;
        }

        schema["$defs"] = defs;
        return schema;
    }

    [GeneratedRegex("\\[(\\s*(\"[^\"]*\"|true|false),?)+\\s*\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lists();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    private static JsonObject Station(SchemaValues values) => SchemaValues.Map(
        "The station; what is left out is as in the story of its kind.",
        [],
        ("kind", SchemaValues.Choice(
            string.Join("; ", Story.All.Select(one => $"{one.Name}: {one.About}")) + ".",
            Story.All.Select(one => one.Name))),
        ("lanes", SchemaValues.Number("Lanes; not at a cabinet.", 1, StationPlan.MostLanes)),
        ("bays", SchemaValues.Number("Bays, two a bay node; not at a cabinet.",
            StationPlan.BaysOfNode, StationPlan.MostBays)),
        ("packs", SchemaValues.List("What stands in bay 1, 2 and so on: 'empty' or a pack.", new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["const"] = PackPlanReader.Empty }, SchemaValues.Ref("pack")),
        })),
        ("ambient", values.Measured(ParameterKind.Temperature, "Of the air.")),
        ("begins", SchemaValues.Of("string", "Civil time at the beginning, such as 2026-01-14T22:00:00Z.")),
        ("parameters", Parameters(values)),
        ("boards", SchemaValues.Choice(
            "Which nodes run through the drivers of their boards; the command line wins.",
            BoardChoice.All.Select(one => one.Name))),
        ("isolation-bay", SchemaValues.Number("The bay for packs that are kept apart.", 1, StationPlan.MostBays)),
        ("settings", SchemaValues.Map(
            "Settings of its nodes.", [], [.. StationSettings.Parameters.Select(values.Member)])));

    private static JsonObject Parameters(SchemaValues values) => SchemaValues.Map(
        "Parameters of the world: for each role the name of a data file, or values that differ.",
        [],
        [.. ParameterRoles.All.Select(role => (role.Name, (JsonNode)new JsonObject
        {
            ["anyOf"] = new JsonArray(
                SchemaValues.Choice("", role.Names),
                OwnFile(),
                SchemaValues.Map(
                    $"Of {role.What}, values that differ; 'name' says from which file.",
                    [],
                    [("name", NameOrOwn(role)), .. role.Fields.Select(
                        field => (field.Name, (JsonNode)Value(values, field)))])),
        }))]);

    private static JsonObject OwnFile() =>
        SchemaValues.Of("string", "A file of one's own, from the scenario's folder.", @"\.(yaml|yml|json)$");

    private static JsonObject NameOrOwn(ParameterRole role) => new()
    {
        ["anyOf"] = new JsonArray(SchemaValues.Choice("", role.Names), OwnFile()),
    };

    private static JsonObject Value(SchemaValues values, ParameterField field) => field.Shape switch
    {
        ParameterShape.Curve => SchemaValues.List(
            field.About + ": pairs [x, y], x rising.", SchemaValues.Of("array", ""), 2),
        ParameterShape.Hours => SchemaValues.List(
            field.About + ": 24 values.", values.Measured(field.Measure, ""), 24),
        ParameterShape.Spread => SchemaValues.Map(
            field.About + ".",
            SpreadParts,
            [.. SpreadParts.Select(part => (part, (JsonNode)values.Measured(field.Measure, "")))]),
        _ => values.Measured(field.Measure, field.About),
    };

    private static readonly string[] SpreadParts = ["mean", "deviation", "least", "most"];

    private static JsonObject Pack(SchemaValues values) => SchemaValues.Map(
        "A pack; what is left out comes from the seed.",
        [],
        ("charge", values.Measured(ParameterKind.Percent, "State of charge.")),
        ("temperature", values.Measured(ParameterKind.Temperature, "Of its cells.")),
        ("health", values.Measured(ParameterKind.Percent, "What it holds against new.")),
        ("code", SchemaValues.Code("By GB/T 34014, 24 capitals and digits, the last seven digits.")));

    private static JsonObject Arrival(SchemaValues values) => SchemaValues.Map(
        "Somebody who comes: a vehicle to a lane, a customer to a cabinet.",
        ["at"],
        ("vehicle", SchemaValues.Text("VIN, tag or card; the one of the story if left out.")),
        ("lane", SchemaValues.Number("To which lane.", 1, StationPlan.MostLanes)),
        ("at", values.Measured(ParameterKind.Duration, "When.")),
        ("known", SchemaValues.Level("Whether the station may serve it; yes if left out.")),
        ("packs", SchemaValues.List("The packs that it brings, position 1 first.", SchemaValues.Ref("pack"))),
        ("mistake", SchemaValues.Choice("What the driver or customer does wrong.", Mistakes())));

    private static IEnumerable<string> Mistakes() => new[] { Story.Truck, Story.Cabinet }
        .SelectMany(kind => Simulator.Arrival.Mistakes(new StationPlan { Kind = kind }))
        .Distinct(StringComparer.Ordinal);

    private static JsonObject Traffic(SchemaValues values) => SchemaValues.Map(
        "Who comes by chance, after a pattern of the hours of a day; instead of arrivals.",
        [],
        ("pattern", SchemaValues.Choice(
            "Name of the data file; the usual one if left out.", ParameterRoles.Traffic.Names)),
        ("number", SchemaValues.Number("How many come at most.", 1, 10_000)),
        ("lasts", values.Measured(ParameterKind.Duration, "How long they come; until the limit if left out.")),
        ("lane", SchemaValues.Number(
            "To which lane; where the queue is shortest if left out.", 1, StationPlan.MostLanes)),
        ("seed", SchemaValues.Number("Of the arrivals alone; from the seed of the run if left out.", 0, int.MaxValue)));

    private static JsonObject Until(SchemaValues values)
    {
        return new JsonObject
        {
            ["description"] = "When it is over. If left out: everybody has come and gone, all is idle, and the city "
                + "has every event.",
            ["anyOf"] = new JsonArray(
                SchemaValues.Ref("condition"),
                SchemaValues.Map("Several conditions, all meant.", [], [.. ConditionForms.All.Select(
                    form => values.Member(form.Parameters[0]))])),
        };
    }

    private static JsonObject Happening(SchemaValues values)
    {
        JsonObject happening = new()
        {
            ["description"] = "Something that happens, at a time or when something is so.",
            ["type"] = "object",
            ["required"] = new JsonArray("do"),
            ["properties"] = new JsonObject
            {
                ["do"] = SchemaValues.Choice("What happens.", ActionForms.All.Select(form => form.Name)),
            },
        };
        JsonArray rules = [];
        foreach (ActionForm form in ActionForms.All)
        {
            JsonObject of = SchemaValues.Map(
                form.About,
                [.. form.Parameters.Where(one => one.Required).Select(one => one.Name)],
                [.. Triggers(values, form), .. form.Parameters.Select(values.Member)]);
            of.Remove("type");
            rules.Add(new JsonObject
            {
                ["if"] = new JsonObject
                {
                    ["properties"] = new JsonObject { ["do"] = new JsonObject { ["const"] = form.Name } },
                },
                ["then"] = of,
            });
        }

        happening["allOf"] = rules;
        return happening;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Triggers(SchemaValues values, ActionForm form)
    {
        yield return ("at", values.Measured(ParameterKind.Duration, "When, in virtual time."));
        yield return ("when", SchemaValues.Ref("condition"));
        yield return ("after", values.Measured(ParameterKind.Duration, "So much later than 'when'."));
        yield return ("do", new JsonObject { ["const"] = form.Name, ["description"] = form.About });
        if (form.Lasts)
        {
            string otherwise = form.UsualMs is { } ms ? DurationText.Of(ms) : "to the end";
            yield return ("for", values.Measured(
                ParameterKind.Duration, Invariant($"How long it lasts; {otherwise} if left out.")));
        }
    }

    private static JsonObject Condition(SchemaValues values)
    {
        JsonArray forms = [];
        foreach (ConditionForm form in ConditionForms.All)
        {
            forms.Add(SchemaValues.Map(
                form.About,
                [.. form.Parameters.Where(one => one.Required).Select(one => one.Name)],
                [.. form.Parameters.Select(values.Member)]));
        }

        forms.Add(SchemaValues.Map("All of these.", ["all"],
            ("all", SchemaValues.List("", SchemaValues.Ref("condition"), 1))));
        forms.Add(SchemaValues.Map("Any of these.", ["any"],
            ("any", SchemaValues.List("", SchemaValues.Ref("condition"), 1))));
        forms.Add(SchemaValues.Map("The contrary.", ["not"], ("not", SchemaValues.Ref("condition"))));
        return new JsonObject
        {
            ["description"] = "Something that can be so; its first key is its name.",
            ["anyOf"] = forms,
        };
    }

    private static JsonObject Expectation(SchemaValues values)
    {
        (string, JsonNode) within = ("within", values.Measured(
            ParameterKind.Duration, "How long, from the start or from 'after'; to the end if left out."));
        (string, JsonNode) after = ("after", SchemaValues.Ref("condition"));
        JsonArray kinds =
        [
            SchemaValues.Map("It is so at some moment.", ["eventually"],
                ("eventually", SchemaValues.Ref("condition")), within, after),
            SchemaValues.Map("It is so at no moment.", ["never"],
                ("never", SchemaValues.Ref("condition")), Clone(within), Clone(after)),
            SchemaValues.Map("It is so at the end.", ["finally"], ("finally", SchemaValues.Ref("condition"))),
            SchemaValues.Map("One after another becomes so.", ["in-order"],
                ("in-order", SchemaValues.List("", SchemaValues.Ref("condition"), 2)), Clone(within), Clone(after)),
        ];
        return new JsonObject { ["description"] = "What is expected.", ["anyOf"] = kinds };
    }

    private static (string Name, JsonNode Value) Clone((string Name, JsonNode Value) one) =>
        (one.Name, one.Value.DeepClone());
}
