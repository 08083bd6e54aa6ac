using System.Text;
using System.Text.Json;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>Parameter files: those that are shipped are right, and what is wrong is told.</summary>
public sealed class ParameterTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Hoist = """
        about: A hoist
        top: 3.9 m
        standby-position: 2 m
        travel: 0.32 m/s
        empty: 0.18 m/s
        loaded: 0.12 m/s
        creep: 0.04 m/s
        creep-distance: 200 mm
        press: 0.01 m/s
        press-distance: 30 mm
        tongue: 3 s
        """;

    [Fact]
    public void Every_set_that_is_shipped_is_whole_and_right()
    {
        foreach (ParameterRole role in ParameterRoles.All)
        {
            Assert.NotEmpty(role.Names);
            Assert.All(role.Names, name => Assert.NotNull(role.Shipped(name)));
        }

        Assert.Equal(554, PackParameters.TruckLfp.Cells * PackParameters.TruckLfp.RatedCellV, 0);
        Assert.Equal(0.32, HoistParameters.TopLift.TravelMPerS);
    }

    [Fact]
    public void A_name_that_is_not_shipped_is_told_with_the_nearest_one()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ParameterRoles.Pack.Shipped("truck-lpf"));
        Assert.Contains("truck-lfp", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("travel: 0.32 m/s", "travel: 0.32 m", "hoist.yaml:4:9", "is a length")]
    [InlineData("travel: 0.32 m/s", "travel: 320", "hoist.yaml:4:9", "no unit")]
    [InlineData("travel: 0.32 m/s", "travel: 90 m/s", "hoist.yaml:4:9", "out of range")]
    [InlineData("travel: 0.32 m/s", "travle: 0.32 m/s", "hoist.yaml:4:1", "travel")]
    [InlineData("travel: 0.32 m/s\n", "", "hoist.yaml:1:1", "needs 'travel'")]
    [InlineData("travel: 0.32 m/s", "travel: [0.32 m/s", "hoist.yaml:", "")]
    [InlineData("tongue: 3 s", "tongue: -3 s", "hoist.yaml:11:9", "not negative")]
    [InlineData("tongue: 3 s", "tongue: 3 s\ntongue: 4 s", "hoist.yaml:12:1", "twice")]
    public void A_wrong_file_is_refused_with_its_place_and_the_reason(
        string right, string wrong, string place, string reason)
    {
        string text = Hoist.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        YamlFile file = YamlFile.Of("hoist.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Null(ParameterRoles.Hoist.Read(file));
        Assert.Contains(file.Lines(), line => line.StartsWith(place, StringComparison.Ordinal)
            && line.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("over-the-day: [0, 1]", "list of 24")]
    [InlineData("over-the-day: 3", "list of 24")]
    public void A_table_has_an_hour_for_each_of_the_day(string table, string reason)
    {
        string text = $"about: x\nswing: 0 K\n{table}\ninsulation-halves: 4 d\ninsulation-least: 40 kohm\n";
        YamlFile file = YamlFile.Of("weather.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Null(ParameterRoles.Weather.Read(file));
        string line = Assert.Single(file.Lines());
        Assert.StartsWith("weather.yaml:3:15", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [2 %, 2.88 V]", "- [2 %, 2.88 A]", "is a current")]
    [InlineData("- [2 %, 2.88 V]", "- [2 %]", "pair")]
    [InlineData("- [2 %, 2.88 V]", "- [20 %, 2.88 V]", "least x to the greatest")]
    public void A_curve_is_pairs_that_rise(string right, string wrong, string reason)
    {
        string path = Path.Combine(Repository.Root, "simulator/parameters/pack/truck-lfp.yaml");
        string text = File.ReadAllText(path).Replace(right, wrong, StringComparison.Ordinal);
        YamlFile file = YamlFile.Of("pack.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Null(ParameterRoles.Pack.Read(file));
        string line = Assert.Single(file.Lines());
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_can_differ_from_a_file_within_their_range_and_in_their_kind()
    {
        ParameterSet set = ParameterRoles.Hoist.Shipped("top-lift");
        HoistParameters slow = HoistParameters.Of(set.With(new Dictionary<string, object> { ["travel"] = 160.0 }));
        Assert.Equal(0.16, slow.TravelMPerS);
        Assert.Equal(0.12, slow.LoadedMPerS);
        Assert.Throws<ArgumentException>(() => set.With(new Dictionary<string, object> { ["travel"] = 1e6 }));
        Assert.Throws<ArgumentException>(() => set.With(new Dictionary<string, object> { ["travl"] = 100.0 }));
        Assert.Throws<ArgumentException>(() => set.With(new Dictionary<string, object> { ["travel"] = "fast" }));
    }

    [Fact]
    public void The_published_schemas_are_those_of_the_fields()
    {
        foreach (ParameterRole role in ParameterRoles.All)
        {
            string path = Path.Combine(Repository.Root, "simulator/parameters", $"{role.Name}.schema.json");
            string schema = ParameterSchema.Of(role).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            {
                File.WriteAllText(path, schema);
            }

            Assert.True(File.Exists(path), path);
            Assert.Equal(schema, File.ReadAllText(path).ReplaceLineEndings("\n"));
        }
    }
}
