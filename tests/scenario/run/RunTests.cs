using System.Globalization;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>How a scenario runs: triggers, expectations, ends, and the same bits again.</summary>
public sealed class RunTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("truck")]
    [InlineData("truck-3")]
    [InlineData("tractor")]
    [InlineData("loader")]
    [InlineData("car")]
    [InlineData("cabinet")]
    public void The_story_of_each_kind_of_station_ends_by_itself_with_a_swap_and_all_of_it_in_the_city(string kind)
    {
        ScenarioResult result = (Of(Story.All.First(story => story.Name == kind)) with
        {
            Expect =
            [
                InOrder(
                    Is("event", "swap-started"), Is("event", "battery-in"), Is("event", "battery-out"),
                    Is("event", "swap-ended", ("result", "completed"))),
                Finally(Is("city", "complete")),
                Never(Is("phase", "held")),
            ],
        }).Run();

        output.WriteLine($"{kind}: {result.WallMs} ms for {Words.Duration(result.VirtualMs)}, {result.Events} events");
        Assert.Empty(Reasons(result));
        Assert.InRange(result.VirtualMs, 40_000, Scenario.UsualLimitMs - 1);
    }

    [Fact]
    public void Two_runs_with_one_seed_tell_the_city_the_same_bytes_and_another_seed_others()
    {
        List<string> first = Told(3);
        Assert.Equal(first, Told(3));
        Assert.NotEqual(first, Told(4));
    }

    private static List<string> Told(ulong seed)
    {
        using ScenarioRun run = new(Of(Story.Truck), seed);
        run.Run();
        return [.. run.Log.Events.Select(told => string.Create(
            CultureInfo.InvariantCulture,
            $"{told.Node} {told.Record.Journal} {told.Record.Sequence} {told.Record.Kind} {told.Record.UptimeMs}"))];
    }

    private static List<string> Reasons(ScenarioResult result) =>
        [.. result.Failures.Select(failure => $"{failure.Expectation}: {failure.Reason}")];
}
