using System.Text.Json;
using System.Text.Json.Nodes;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.StationSettings;

/// <summary>The published schemas and the compiler say the same.</summary>
public sealed class SchemaTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "protocol", "settings");

    private readonly SchemaVerdict _schemas = new(Folder);

    [Fact]
    public void Every_field_of_the_station_schema_is_in_the_compiler_with_the_same_bounds_and_the_other_way_round()
    {
        AssertSame("station.schema.json", SettingsFields.Station);
        Assert.InRange(Described("station.schema.json"), 50, 200);
    }

    [Fact]
    public void Every_field_of_the_change_schema_is_in_the_compiler_with_the_same_bounds_and_the_other_way_round() =>
        AssertSame("change.schema.json", SettingsFields.Change);

    [Theory]
    [InlineData("example-station.json", "station.schema.json")]
    [InlineData("example-change.json", "change.schema.json")]
    public void Examples_are_what_their_schemas_say(string example, string schema) => Assert.True(
        _schemas.Of(schema, JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, example)))));

    [Theory]
    [InlineData("lane", NodeKinds.Lane)]
    [InlineData("bays", NodeKinds.Bays)]
    [InlineData("cabinet", NodeKinds.Cabinet)]
    public void What_a_kind_of_node_needs_and_may_not_have_is_the_same_for_schema_and_compiler(
        string kind, NodeKinds own)
    {
        JsonElement rule = _schemas.File("station.schema.json").GetProperty("$defs").GetProperty("node")
            .GetProperty("allOf").EnumerateArray().Single(one => one.GetProperty("if").GetProperty("properties")
                .GetProperty("kind").GetProperty("const").GetString() == kind).GetProperty("then");
        SettingsField[] fields = [.. SettingsFields.Identity, .. SettingsFields.Changes];
        Assert.Equal(
            fields.Where(field => field.Needed != NodeKinds.All && (field.Needed & own) != 0)
                .Select(field => field.Name).Order(StringComparer.Ordinal),
            rule.GetProperty("required").EnumerateArray().Select(name => name.GetString())
                .Order(StringComparer.Ordinal));
        JsonProperty[] refused = [.. rule.GetProperty("properties").EnumerateObject()];
        Assert.All(refused, one => Assert.Equal(JsonValueKind.False, one.Value.ValueKind));
        Assert.Equal(
            fields.Where(field => (field.Allowed & own) == 0).Select(field => field.Name)
                .Order(StringComparer.Ordinal),
            refused.Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schema_and_compiler_refuse_the_same_of_many_damaged_stations()
    {
        SchemaVerdict schemas = new(Folder) { FieldsOnly = true };
        string example = File.ReadAllText(Path.Combine(Folder, "example-station.json"));
        Random random = new(7);
        int refused = 0;
        for (int i = 0; i < 4000; i++)
        {
            JsonNode station = JsonNode.Parse(example)!;
            Damage(station, random);
            string text = station.ToJsonString();
            List<SettingsError> errors = [];
            JsonPiece piece = JsonText.Parse(System.Text.Encoding.UTF8.GetBytes(text), errors)!;
            new ShapeCheck(errors).Check(piece, SettingsFields.Station, "");
            bool fits = schemas.Of("station.schema.json", JsonElement.Parse(text));
            Assert.True(fits == (errors.Count == 0), $"schema: {fits}, compiler: {errors.FirstOrDefault()}: {text}");
            refused += fits ? 0 : 1;
        }

        Assert.InRange(refused, 1000, 3900);
    }

    private void AssertSame(string file, Shape shape) => AssertSame(_schemas.File(file), file, shape, file);

    private void AssertSame(JsonElement schema, string file, Shape shape, string path)
    {
        (schema, file) = _schemas.Resolve(schema, file);
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                string pattern = schema.TryGetProperty("pattern", out JsonElement of) ? of.GetString()! : "";
                Assert.Equal((path, "string", shape.Pattern), (path, Type(schema), pattern));
                break;
            case ShapeKind.Number:
                Assert.Equal(
                    (path, "integer", shape.Least, shape.Most),
                    (path, Type(schema), Number(schema, "minimum"), Number(schema, "maximum")));
                break;
            case ShapeKind.Flag:
                Assert.Equal((path, "boolean"), (path, Type(schema)));
                break;
            case ShapeKind.Choice:
                Assert.Equal(
                    shape.Names.Select(name => name.Name).Order(StringComparer.Ordinal),
                    schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString())
                        .Order(StringComparer.Ordinal));
                break;
            case ShapeKind.List:
                bool unique = schema.TryGetProperty("uniqueItems", out JsonElement said) && said.GetBoolean();
                Assert.Equal(
                    (path, "array", shape.Least, shape.Most, shape.IsUnique),
                    (path, Type(schema), Number(schema, "minItems"), Number(schema, "maxItems"), unique));
                AssertSame(schema.GetProperty("items"), file, shape.Item!, path + "[]");
                break;
            default:
                AssertSameFields(schema, file, shape, path);
                break;
        }
    }

    private void AssertSameFields(JsonElement schema, string file, Shape shape, string path)
    {
        bool others = schema.GetProperty("additionalProperties").GetBoolean();
        Assert.Equal((path, "object", false), (path, Type(schema), others));
        Dictionary<string, JsonElement> properties = schema.GetProperty("properties").EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value);
        Assert.Equal(
            shape.Fields.Select(field => field.Name).Order(StringComparer.Ordinal),
            properties.Keys.Order(StringComparer.Ordinal));
        string?[] required = schema.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(name => name.GetString())] : [];
        Assert.Equal(
            shape.Fields.Where(field => field.Needed == NodeKinds.All).Select(field => field.Name)
                .Order(StringComparer.Ordinal),
            required.Order(StringComparer.Ordinal));
        foreach (SettingsField field in shape.Fields)
        {
            AssertSame(properties[field.Name], file, field.Shape, $"{path}/{field.Name}");
        }
    }

    /// <summary>How many properties and items there are; each says what it is, or the definition behind it does.
    /// </summary>
    private int Described(string file)
    {
        int count = 0;
        Stack<JsonElement> open = new([_schemas.File(file)]);
        while (open.TryPop(out JsonElement schema))
        {
            foreach (JsonProperty one in schema.EnumerateObject())
            {
                if (one.Name is "properties" or "$defs")
                {
                    foreach (JsonProperty field in one.Value.EnumerateObject())
                    {
                        open.Push(field.Value);
                        string? words = Said(field.Value) ?? Said(_schemas.Resolve(field.Value, file).Schema);
                        Assert.True(one.Name == "$defs" || words?.Length > 5, field.Name);
                        count++;
                    }
                }
                else if (one.Name == "items")
                {
                    open.Push(one.Value);
                    Assert.NotNull(Said(one.Value) ?? Said(_schemas.Resolve(one.Value, file).Schema));
                }
            }
        }

        return count;
    }

    private static string? Said(JsonElement schema) =>
        schema.TryGetProperty("description", out JsonElement words) ? words.GetString() : null;

    private static string Type(JsonElement schema) => schema.GetProperty("type").GetString()!;

    private static long Number(JsonElement schema, string keyword) => schema.GetProperty(keyword).GetInt64();

    /// <summary>Changes one thing somewhere.</summary>
    private static void Damage(JsonNode node, Random random)
    {
        JsonNode?[] below = node is JsonObject members ? [.. members.Select(one => one.Value)] : [.. node.AsArray()];
        JsonNode?[] deeper = [.. below.Where(one => one is JsonObject or JsonArray { Count: > 0 })];
        if (deeper.Length > 0 && random.Next(4) > 0)
        {
            Damage(deeper[random.Next(deeper.Length)]!, random);
            return;
        }

        if (node is JsonObject group)
        {
            string name = group.ElementAt(random.Next(group.Count)).Key;
            JsonNode value = Other(random, group[name]);
            switch (random.Next(4))
            {
                case 0:
                    group.Remove(name);
                    break;
                case 1:
                    group[SettingsFields.Changes[random.Next(SettingsFields.Changes.Count)].Name] = value;
                    break;
                default:
                    group[name] = value;
                    break;
            }
        }
        else
        {
            JsonArray items = node.AsArray();
            JsonNode value = Other(random, items[0]);
            items[random.Next(items.Count)] = value;
        }
    }

    private static JsonNode Other(Random random, JsonNode? was) => random.Next(13) switch
    {
        0 => "",
        1 => "a name of letters",
        2 => "linfen\n",
        3 => true,
        4 => -1,
        5 => 1.5,
        6 => 1e30,
        7 => random.Next(-60, 300),
        8 => random.Next(),
        9 => new JsonArray(),
        10 => new JsonArray(1, 1),
        11 => new JsonObject(),
        _ => was?.DeepClone() ?? "x",
    };
}
