using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>Every fault is told in some shipped scenario.</summary>
public sealed class FaultCoverageTests
{
    [Fact]
    public void Every_fault_is_expected_by_a_scenario()
    {
        HashSet<string> expected = [.. ShippedStories.All.Values.SelectMany(FaultsOf)];
        Assert.Equal(Choices.Of(Fault.None).Order(StringComparer.Ordinal), expected.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FaultsOf(string path)
    {
        ScenarioFile file = ScenarioFile.Of(path, Encoding.UTF8.GetBytes(File.ReadAllText(path)));
        return file.Scenario!.Expect
            .Where(expectation => expectation.Kind != ExpectationKind.Never)
            .SelectMany(expectation => expectation.Conditions)
            .SelectMany(FaultsOf);
    }

    private static IEnumerable<string> FaultsOf(ConditionPlan condition) => condition.Joining == Joining.Not ? []
        : condition.Parts.SelectMany(FaultsOf)
            .Concat(condition.Arguments.Has("fault") ? [condition.Arguments.Text("fault")] : []);
}
