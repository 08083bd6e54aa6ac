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

    [Fact]
    public void An_alarm_is_found_although_more_events_than_alarms_have_come()
    {
        ScenarioResult result = (Of(Story.Truck) with
        {
            Happens = [When(Is("phase", "gripping"), "fire").After(1_000)],
            Expect = [Eventually(Is("alarm", "swap-step"), 60_000, after: Is("phase", "identifying"))],
            Until = Is("alarm", "swap-step"),
        }).Run();

        Assert.Empty(Reasons(result));
    }

    [Fact]
    public void A_cabinet_has_no_vehicle_whose_pack_could_be_meant()
    {
        ScenarioResult result = (Of(Story.Cabinet) with
        {
            Happens = [At(1_000, "unknown-pack", ("pack", "vehicle"))],
        }).Run();

        Assert.Contains(Reasons(result), reason => reason.Contains("there is no pack at", StringComparison.Ordinal));
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
