using System.Text.Json;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>The JSON of <c>run --json</c>: nothing else on the output, and each field is in the README.</summary>
public sealed class JsonFieldsTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_field_of_every_kind_of_line_is_documented_and_those_that_are_documented_are_there()
    {
        string[] right =
        [
            _folder.Write("a.yaml", ScenarioFolder.Passes), _folder.Write("b.yaml", ScenarioFolder.Fails),
            _folder.Write("c.yaml", ScenarioFolder.Lasts),
        ];
        List<JsonElement> lines =
        [
            .. Lines(["run", "--json", .. right, "--timeout", "2 s", "--record", _folder.PathOf("r/")]),
            .. Lines("run", "--json", right[0], _folder.Write("d.yaml", "scenario: x\nlimit: 3\n")),
        ];
        using StringWriter defect = new();
        JsonReport.Write(
            defect, [new RunOutcome(new Scenario { Name = "x" }, 1, null) { Defect = "y" }], TimeSpan.Zero);
        lines.AddRange(Parse(defect.ToString()));
        Assert.Equal(
            ["passed", "failed", "timed out", "wrong", "not run", "defect"],
            lines.Where(line => line.TryGetProperty("verdict", out _))
                .Select(line => line.GetProperty("verdict").GetString()));
        string text = File.ReadAllText(Path.Combine(Repository.Root, "simulator", "scenario", "README.md"));
        string section = text[text.IndexOf("## Results for machines", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("## Names", StringComparison.Ordinal)];
        HashSet<string> there = [.. lines.SelectMany(Names)];
        Assert.DoesNotContain(there, name => !section.Contains($"`{name}`", StringComparison.Ordinal));
        string[] documented = [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1))];
        Assert.InRange(documented.Length, 14, 30);
        Assert.Subset(there, documented.ToHashSet());
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Names(one.Value).Prepend(one.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    /// <summary>Fails on a line of the output that is no JSON.</summary>
    private static IEnumerable<JsonElement> Lines(params string[] args) => Parse(CliRun.Of(args).Output);

    private static IEnumerable<JsonElement> Parse(string output) =>
        output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line));
}
