using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Triggers, expectations, ends of a run, and the reasons of its failures.</summary>
public sealed class ExpectationTests
{
    private static readonly Scenario Quiet = Of(Story.Truck) with
    {
        Arrivals = [], Until = Is("time", 20_000L), LimitMs = 60_000,
    };

    [Fact]
    public void What_comes_too_late_fails_with_what_was_seen()
    {
        ScenarioResult result = (Quiet with
        {
            Expect = [Eventually(Is("phase", "lifting"), withinMs: 5_000)],
        }).Run();

        ScenarioFailure failure = Assert.Single(result.Failures);
        Assert.EndsWith("s: the phase was 'idle'", failure.Reason);
        Assert.StartsWith("not within 5.", failure.Reason);
        Assert.InRange(failure.AtMs, 5_000, 5_200);
        Assert.False(result.Passed);
    }

    [Fact]
    public void Within_counts_from_what_it_is_to_come_after()
    {
        Expectation late = Eventually(Is("time", 15_000L), withinMs: 4_000, after: Is("time", 10_000L));
        Assert.Contains("after 10.0 s", Assert.Single((Quiet with { Expect = [late] }).Run().Failures).Reason,
            StringComparison.Ordinal);
        Assert.Empty((Quiet with { Expect = [late with { WithinMs = 6_000 }] }).Run().Failures);
    }

    [Fact]
    public void What_is_to_come_after_something_that_never_is_fails_at_the_end()
    {
        ScenarioResult result = (Quiet with
        {
            Expect = [Eventually(Is("time", 1L), after: Is("phase", "held"))],
        }).Run();
        Assert.StartsWith("what it counts after never was", Assert.Single(result.Failures).Reason);
    }

    [Fact]
    public void Never_fails_at_the_moment_and_only_in_its_time()
    {
        Expectation never = Never(Is("time", 8_000L));
        ScenarioFailure failure = Assert.Single((Quiet with { Expect = [never] }).Run().Failures);
        Assert.InRange(failure.AtMs, 8_000, 8_050);
        Assert.StartsWith("it was so", failure.Reason);
        Assert.Empty((Quiet with { Expect = [never with { WithinMs = 7_000 }] }).Run().Failures);
    }

    [Fact]
    public void Never_after_something_that_never_is_fails_at_the_end()
    {
        Expectation never = Never(Is("phase", "stopped"), after: Is("phase", "held"));
        Assert.Equal("what it counts after never was: the phase was 'idle'", Assert.Single(
            (Quiet with { Expect = [never] }).Run().Failures).Reason);
    }

    [Fact]
    public void What_was_waited_for_in_vain_is_told_behind_what_was_not_so()
    {
        IReadOnlyList<ScenarioFailure> failures = (Quiet with
        {
            Happens = [When(Is("phase", "held"), "fire")],
            Expect =
            [
                Eventually(Is("phase", "stopped"), after: Is("phase", "held")),
                Eventually(Is("phase", "held")),
            ],
        }).Run().Failures;
        Assert.Equal(
            ["it never was: the phase was 'idle'", "what it counts after never was: the phase was 'idle'",
                "what it waited for never was: the phase was 'idle'"],
            failures.Select(failure => failure.Reason));
    }

    [Fact]
    public void What_came_most_like_it_is_told()
    {
        ScenarioResult result = (Of(Story.Truck) with
        {
            Arrivals = [Soon],
            Expect = [Eventually(Is("event", "swap-ended", ("result", "aborted")), withinMs: 10 * 60_000)],
        }).Run();
        Assert.Contains("that came is it, the nearest was 'swap ended' of lane-1, completed, at ",
            Assert.Single(result.Failures).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_150, "5.15 s")]
    [InlineData(97_500, "1 min 37.5 s")]
    [InlineData(7_200_050, "2 h 0 min 0.05 s")]
    public void Moments_are_told_to_the_millisecond(long ms, string told) => Assert.Equal(told, Words.Exact(ms));

    [Fact]
    public void Of_joined_conditions_only_what_decides_is_told_and_once()
    {
        ConditionPlan idle = Is("phase", "idle");
        ConditionPlan held = Is("phase", "held");
        ConditionPlan late = Is("time", 1_000_000L);
        using ScenarioRun run = new(Quiet, 1);
        run.RunTo(1_000);
        Assert.Equal("it is 1.0 s", All(idle, late).Make(run).Seen());
        Assert.Equal("the phase was 'idle'", new ConditionPlan(Joining.Any, [idle, late]).Make(run).Seen());
        Assert.Equal("the phase was 'idle'; it is 1.0 s", All(held, held, late).Make(run).Seen());
    }

    [Fact]
    public void Finally_looks_at_the_end()
    {
        Assert.Empty((Quiet with { Expect = [Finally(Is("city", "complete"))] }).Run().Failures);
        Assert.StartsWith("at the end it was not so", Assert.Single(
            (Quiet with { Expect = [Finally(Is("city", "offline"))] }).Run().Failures).Reason);
    }

    [Fact]
    public void In_order_wants_each_behind_the_one_before_it()
    {
        Scenario scenario = Of(Story.Truck) with { Arrivals = [Soon] };
        ConditionPlan came = Is("event", "battery-in");
        ConditionPlan went = Is("event", "battery-out");
        Assert.Empty((scenario with { Expect = [InOrder(came, went)] }).Run().Failures);
        ScenarioFailure failure = Assert.Single((scenario with
        {
            Expect = [InOrder(went, came)], LimitMs = 10 * 60_000,
        }).Run().Failures);
        Assert.StartsWith("it never was: number 2 of them", failure.Reason);
    }

    [Fact]
    public void Joined_conditions_are_all_any_or_not()
    {
        ConditionPlan early = Is("time", 1L);
        ConditionPlan late = Is("time", 1_000_000L);
        using ScenarioRun run = new(Quiet, 1);
        run.RunTo(1_000);
        Assert.False(All(early, late).Make(run).IsTrue());
        Assert.True(new ConditionPlan(Joining.Any, [early, late]).Make(run).IsTrue());
        Assert.True(Not(late).Make(run).IsTrue());
    }

    [Fact]
    public void What_happens_when_something_is_so_happens_so_much_later_and_for_so_long()
    {
        Scenario scenario = Quiet with
        {
            Happens = [When(Is("time", 5_000L), "fire").After(2_000).For(4_000)],
        };
        using ScenarioRun run = new(scenario, 1);
        Assert.False(run.RunTo(6_900).World.Lane.Panel.FireDetected);
        Assert.True(run.RunTo(7_200).World.Lane.Panel.FireDetected);
        Assert.True(run.RunTo(10_900).World.Lane.Panel.FireDetected);
        Assert.False(run.RunTo(11_200).World.Lane.Panel.FireDetected);
    }

    [Fact]
    public void What_never_happened_is_a_failure_with_the_reason()
    {
        ScenarioFailure failure = Assert.Single((Quiet with
        {
            Happens = [When(Is("phase", "lifting"), "fire")],
        }).Run().Failures);
        Assert.Equal("happens: fire", failure.Expectation);
        Assert.Equal("what it waited for never was: the phase was 'idle'", failure.Reason);
    }

    [Fact]
    public void A_run_that_does_not_come_to_its_end_fails_at_its_limit()
    {
        ScenarioResult result = (Quiet with { Until = Is("phase", "held") }).Run();
        Assert.Equal(60_000, result.VirtualMs);
        Assert.Equal("the phase was 'idle'", Assert.Single(result.Failures).Reason);
    }

    [Fact]
    public void What_takes_too_long_in_real_time_is_given_up()
    {
        using ScenarioRun run = new(Quiet with { Until = null, Expect = [Eventually(Is("phase", "held"))] }, 1);
        ScenarioResult result = run.Run(TimeSpan.Zero);
        Assert.True(result.TimedOut);
        Assert.False(result.Passed);
    }

    [Fact]
    public void Several_scenarios_at_once_give_what_each_gives_alone()
    {
        Scenario[] scenarios =
        [
            .. new[] { Story.Truck, Story.Car, Story.Cabinet, Story.Tractor }.Select(story => Of(story) with
            {
                Station = new StationPlan { Kind = story, Boards = BoardChoice.Own }, LimitMs = 100_000,
            }),
        ];
        string[] alone = [.. scenarios.Select(Told)];
        string[] together = new string[scenarios.Length];
        Parallel.For(0, scenarios.Length, i => together[i] = Told(scenarios[i]));
        Assert.Equal(alone, together);
    }

    private static string Told(Scenario scenario)
    {
        using ScenarioRun run = new(scenario, 5);
        run.RunTo(60_000);
        return string.Join('\n', run.Log.Events.Select(told => $"{told.ReceivedMs} {EventMatch.Shown(told)}"));
    }
}
