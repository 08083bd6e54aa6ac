using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>Every fault is told in some shipped scenario.</summary>
public sealed class FaultCoverageTests
{
    /// <summary>Faults that no scenario tells, with the reason.</summary>
    private static readonly Dictionary<Fault, string> Exceptions = new()
    {
        [Fault.StoreBayAlarm] = "an empty bay has no alarm but smoke, which is named before it",
    };

    [Fact]
    public void Every_fault_is_expected_by_a_scenario_or_there_is_a_reason()
    {
        HashSet<string> expected = [.. ShippedStories.All.Values.SelectMany(FaultsOf)];
        IEnumerable<Fault> untold = Enum.GetValues<Fault>()
            .Where(fault => fault != Fault.None && !expected.Contains(Choices.NameOf(fault)));
        Assert.Equal(Exceptions.Keys.Order(), untold.Order());
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
