using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Yaml;
using SwapEdge.Tests.StationSettings;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// Schema and README of scenarios are made from the table of forms: written with UPDATE_DOCS=1, compared otherwise.
/// </summary>
public class ScenarioDocsTests
{
    private const string SchemaFile = "scenario.schema.json";

    private static readonly string Folder = Path.Combine(Repository.Root, "simulator", "scenario");

    [Fact]
    public void The_schema_is_the_one_that_the_forms_give()
    {
        string path = Path.Combine(Folder, SchemaFile);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, ScenarioSchema.Text());
        }

        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == ScenarioSchema.Text(),
            $"{SchemaFile} is stale; run with UPDATE_DOCS=1");
    }

    [Theory]
    [InlineData("actions")]
    [InlineData("conditions")]
    [InlineData("settings")]
    [InlineData("names")]
    public void The_tables_are_those_that_the_forms_give(string name)
    {
        string expected = name switch
        {
            "actions" => ScenarioTables.Actions(),
            "conditions" => ScenarioTables.Conditions(),
            "settings" => ScenarioTables.Settings(),
            _ => ScenarioTables.Names(),
        };
        string path = Path.Combine(Folder, "README.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string open = $"<!-- {name} -->\n";
        int start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        int end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"README.md has no place for {name}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, string.Concat(text.AsSpan(0, start), expected, text.AsSpan(end)));
            return;
        }

        Assert.True(text[start..end] == expected, $"scenario/README.md: {name} are stale; run with UPDATE_DOCS=1");
    }

    [Fact]
    public void Each_list_of_names_has_a_name_of_its_own()
    {
        string[] lines = ScenarioTables.Names().TrimEnd().Split('\n');
        string[] labels = [.. lines.Select(line => line[..line.IndexOf("**:", StringComparison.Ordinal)])];
        Assert.Distinct(labels);
        Assert.Contains("* **reason of `command`", labels);
        Assert.Contains("* **drive of `drive`**: `any`, `none`, `motion`, all of **drive of `hold`**", lines);
        Assert.Contains("* **command**: all of **operation**", lines);
    }

    [Fact]
    public void No_action_has_a_parameter_with_the_name_of_a_key_of_every_happening() => Assert.All(
        ActionForms.All,
        form => Assert.Empty(
            form.Parameters.Select(one => one.Name).Intersect(["at", "when", "after", "do", "for"])));

    [Fact]
    public void Names_of_forms_and_parameters_are_given_once_and_a_condition_has_its_first_parameters_name()
    {
        Assert.Distinct(ActionForms.All.Select(form => form.Name));
        Assert.Distinct(ConditionForms.All.Select(form => form.Name).Concat(["all", "any", "not"]));
        Assert.All(ActionForms.All, form => Assert.Distinct(form.Parameters.Select(one => one.Name)));
        Assert.All(ConditionForms.All, form =>
        {
            Assert.Distinct(form.Parameters.Select(one => one.Name));
            Assert.Equal((form.Name, true), (form.Parameters[0].Name, form.Parameters[0].Required));
        });
    }

    [Fact]
    public void The_example_in_the_readme_is_a_scenario()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "README.md")).ReplaceLineEndings("\n");
        int start = text.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        string example = text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Empty(ScenarioFile.Of("README.md", Encoding.UTF8.GetBytes(example)).Errors);
        Assert.True(Fits(example));
    }

    [Fact]
    public void What_the_reader_takes_fits_the_schema() => Assert.True(Fits(GoodFile.Text));

    [Theory]
    [InlineData("kind: truck", "kind: truk")]
    [InlineData("ambient: -25 °C", "ambient: -25")]
    [InlineData("at: 90 s", "at: 90 V")]
    [InlineData("scenario:", "scenaro:")]
    [InlineData("do: power-cut", "do: power-cat")]
    [InlineData("sensor: lock-closed-1", "sensor: lock-closed-99")]
    [InlineData("node: lane-1", "lane: lane-1")]
    [InlineData("phase: held", "phase: hold")]
    [InlineData("in-order: [", "order: [")]
    [InlineData("to: 80 kohm", "")]
    [InlineData("limit: 40 min", "limit: 40")]
    public void What_is_wrong_in_itself_is_so_for_schema_and_reader(string right, string wrong)
    {
        string text = GoodFile.Text.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(GoodFile.Text, text);
        Assert.NotEmpty(ScenarioFile.Of("f", Encoding.UTF8.GetBytes(text)).Errors);
        Assert.False(Fits(text));
    }

    private static bool Fits(string yaml)
    {
        YamlFile file = YamlFile.Of("f", Encoding.UTF8.GetBytes(yaml));
        Assert.Empty(file.Lines());
        JsonElement value = JsonElement.Parse(Json(file.Root!)!.ToJsonString());
        return new SchemaVerdict(Folder).Of(SchemaFile, value);
    }

    /// <summary>As an editor reads it (YAML 1.2, core schema).</summary>
    private static JsonNode? Json(YamlPiece piece) => piece.Kind switch
    {
        YamlKind.Map => new JsonObject(piece.Members.Select(
            member => new KeyValuePair<string, JsonNode?>(member.Name, Json(member.Value)))),
        YamlKind.List => new JsonArray([.. piece.Items.Select(Json)]),
        YamlKind.Text when !piece.IsQuoted && long.TryParse(piece.Text, out long number) => number,
        YamlKind.Text when !piece.IsQuoted && piece.Text is "true" or "false" => piece.Text == "true",
        YamlKind.Text => piece.Text,
        _ => null,
    };
}
