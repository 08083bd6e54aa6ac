using System.Text.RegularExpressions;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// The gate itself: every rule refuses its sample, on the lines marked <c>// refused: rule</c>, and nothing else.
/// </summary>
public sealed partial class SampleTests(SampleCode samples) : IClassFixture<SampleCode>
{
    public static TheoryData<string> Samples() => [.. new[] { "refused", "clean" }
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "gate", "samples", f), "*.cs"))
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
        .Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_refused_where_it_says_so_and_nowhere_else(string sample)
    {
        IEnumerable<string> refused = samples.Refused.Where(f => f.Place.File == sample)
            .Select(f => $"{f.Place.Line}: {f.Rule}").Distinct().Order();
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, sample));
        IEnumerable<string> marked =
            from line in Enumerable.Range(1, lines.Length)
            from Match mark in Mark().Matches(lines[line - 1])
            select $"{line}: {mark.Groups[1].Value}";

        Assert.Equal(marked.Order(), refused);
    }

    [Fact]
    public void Every_rule_has_a_sample_that_it_refuses()
    {
        IEnumerable<string> rules = samples.Rules.Select(r => r.Name);

        Assert.Equal(rules.Order(), samples.Refused.Select(f => f.Rule).Distinct().Order());
    }

    [Fact]
    public void The_table_in_the_README_has_every_rule_in_order()
    {
        IEnumerable<string> rows = File.ReadLines(Path.Combine(Repository.Root, "tests", "README.md"))
            .SkipWhile(l => !l.StartsWith("| rule |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|')[1].Trim());

        Assert.Equal(samples.Rules.Select(r => r.Name), rows);
    }

    [Fact]
    public void Every_refusal_names_a_file_that_is_there() =>
        Assert.All(samples.Refused, f => Assert.True(File.Exists(Path.Combine(Repository.Root, f.Place.File)), $"{f}"));

    [Fact]
    public void An_allowance_without_which_nothing_more_is_refused_is_reported() =>
        Assert.Equal(["SwapEdge.Samples.Refused.Node.Join"], samples.Pass.NotNeeded(samples.Code));

    [GeneratedRegex(@"// refused: ([a-z-]+)")]
    private static partial Regex Mark();
}
