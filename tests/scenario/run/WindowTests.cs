using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>How long an expectation counts, how long a run goes on for it, and what overlaps.</summary>
public sealed class WindowTests
{
    private const int Boots = 3;

    private static readonly Scenario Open = Of(Story.Truck) with { Arrivals = [], LimitMs = 60_000 };

    private static readonly Scenario Quiet = Open with { Until = Is("time", 20_000L) };

    [Fact]
    public void A_run_goes_on_until_the_time_of_a_never_is_over()
    {
        ScenarioResult kept = (Open with { Expect = [Never(Is("phase", "held"), withinMs: 30_000)] }).Run();
        Assert.Empty(kept.Failures);
        Assert.InRange(kept.VirtualMs, 30_000, 30_200);
        ScenarioResult broken = (Open with { Expect = [Never(Is("time", 25_000L), withinMs: 30_000)] }).Run();
        Assert.InRange(Assert.Single(broken.Failures).AtMs, 25_000, 25_050);
    }

    [Fact]
    public void A_never_whose_time_is_not_over_when_the_run_is_was_not_kept() => Assert.Equal(
        "the run was over 10.0 s before its time was",
        Reason(Quiet with { Expect = [Never(Is("phase", "held"), withinMs: 30_000)] }));

    [Fact]
    public void So_many_exactly_is_counted_to_the_end_of_its_time()
    {
        Scenario restarted = Quiet with { Happens = [At(15_000, "restart", ("node", "lane-1"))] };
        Assert.Empty((Quiet with { Expect = [Eventually(Booted(Boots))] }).Run().Failures);
        Assert.Empty((restarted with { Expect = [Eventually(Booted(Boots), withinMs: 12_000)] }).Run().Failures);
        Assert.Empty((restarted with { Expect = [Eventually(Booted(Boots + 1))] }).Run().Failures);
        Assert.Contains("4 came", Reason(restarted with { Expect = [Eventually(Booted(Boots))] }));
        Assert.StartsWith(
            "not within 18.0 s", Reason(restarted with { Expect = [Eventually(Booted(Boots), withinMs: 18_000)] }));
        Assert.StartsWith("at the end it was not so", Reason(Quiet with { Expect = [Eventually(Booted(Boots - 1))] }));
    }

    [Fact]
    public void A_pass_behind_the_time_is_too_late()
    {
        Assert.Empty((Quiet with { Expect = [Eventually(Is("time", 10_000L), withinMs: 10_000)] }).Run().Failures);
        Assert.StartsWith("not within 10.0 s", Reason(
            Quiet with { Expect = [Eventually(Is("time", 10_025L), withinMs: 10_000)] }));
    }

    [Fact]
    public void A_state_is_in_order_again_only_after_it_was_not_so()
    {
        ConditionPlan idle = Is("phase", "idle");
        ConditionPlan off = Is("node", "lane-1", ("state", "off"));
        ConditionPlan away = Is("vehicle", "away");
        Scenario cut = Quiet with { Happens = [At(5_000, "power-cut", ("node", "lane-1")).For(5_000)] };
        Assert.Empty((cut with { Expect = [InOrder(idle, off, idle)] }).Run().Failures);
        Assert.Empty((cut with { Expect = [InOrder(idle, away, idle)] }).Run().Failures);
        Assert.StartsWith("it never was: number 3 of them", Reason(
            Quiet with { Expect = [InOrder(idle, away, idle)] }));
        Assert.StartsWith("it never was: number 2 of them", Reason(
            Quiet with { Expect = [InOrder(All(idle, away), All(idle, away), idle)] }));
    }

    [Fact]
    public void A_run_that_is_over_at_once_shows_nothing() =>
        Assert.StartsWith("it was so from the beginning", Reason(Quiet with { Until = Is("phase", "idle") }));

    [Fact]
    public void Who_had_no_time_to_come_makes_the_run_fail()
    {
        Arrival soon = new() { AtMs = 10_000 };
        Assert.Empty((Quiet with { Arrivals = [soon] }).Run().Failures);
        Assert.Equal("the run was over before 10 min 0 s", Reason(
            Quiet with { Arrivals = [soon, new Arrival { AtMs = 600_000 }] }));
    }

    [Theory]
    [InlineData(10_000, 20_000, 25_000)]
    [InlineData(25_000, 1_000, 26_000)]
    public void The_same_twice_at_once_lasts_to_the_later_end(long firstMs, long secondMs, long overMs)
    {
        using ScenarioRun run = new(
            Open with
            {
                Happens =
                [
                    At(1_000, "power-cut", ("node", "lane-1")).For(firstMs),
                    At(5_000, "power-cut", ("node", "lane-1")).For(secondMs),
                ],
            },
            1);
        run.RunTo(overMs - 100);
        Assert.True(run.IsSo("node", "lane-1", ("state", "off")));
        run.RunTo(overMs + 100);
        Assert.False(run.IsSo("node", "lane-1", ("state", "off")));
    }

    private static ConditionPlan Booted(int count) => Is("event", "boot", ("exactly", count));

    private static string Reason(Scenario scenario) => Assert.Single(scenario.Run().Failures).Reason;
}
