using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>
/// Every action reaches the kinds of station that it is said to be for, with boards and without: before it something is
/// not so, while it lasts it is, and when it is undone it is not so again. Both give the city the same events.
/// </summary>
public sealed class ActionReachTests
{
    private const int PreparedMs = 30_000;

    public static TheoryData<string> Kinds => [.. Story.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_action_is_so_while_it_lasts_and_the_same_on_boards(string kind)
    {
        Story story = Story.All.First(one => one.Name == kind);
        (string wrong, string events) = Chain(story, BoardChoice.Virtual);
        Assert.Equal("", wrong);
        (wrong, string onBoards) = Chain(story, BoardChoice.Own);
        Assert.Equal("", wrong);
        Assert.Equal(events, onBoards);
    }

    [Fact]
    public void No_action_is_left_out()
    {
        using ScenarioRun run = Station(Story.Truck);
        IEnumerable<string> tried = LaneReaches.All.Concat(CabinetReaches.All).Concat(EveryReach.Of(run))
            .Select(reach => reach.Action);
        Assert.Empty(ActionForms.All.Select(form => form.Name).Except(tried, StringComparer.Ordinal));
    }

    /// <summary>One action after another at one station: what one leaves behind would be seen by the next.</summary>
    private static (string Wrong, string Events) Chain(Story story, BoardChoice boards)
    {
        using ScenarioRun run = Prepared(story, boards);
        List<string> wrong = [];
        bool cabinet = run.IsCabinet;
        foreach (Reach reach in (cabinet ? CabinetReaches.All : LaneReaches.All).Concat(EveryReach.Of(run)))
        {
            if (!reach.Except.Contains(story))
            {
                Try(run, reach, wrong);
            }
        }

        run.RunUntil("city", "complete");
        IEnumerable<string> events = run.Log.Events.Select(told => $"{told.Node} {told.Record.Kind} {told.Record.Bay} "
            + $"{told.Record.Phase} {told.Record.Fault} {told.Record.Warning} {told.Record.Action}");
        return (string.Join("\n", wrong), string.Join(
            "\n", events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static void Try(ScenarioRun run, Reach reach, List<string> wrong)
    {
        ActionForm form = ActionForms.Find(reach.Action)!;
        if (form.Against?.Invoke(run.Station.Plan, Arguments.Of(reach.Arguments)) is { } against)
        {
            wrong.Add($"{reach}: {against}");
            return;
        }

        bool before = reach.IsOtherwise(run);
        Action? undo = run.Begin(reach.Action, reach.Arguments);
        run.RunFor(reach.SettleMs);
        bool during = reach.IsOtherwise(run);
        undo?.Invoke();
        run.RunFor(reach.SettleMs);
        bool after = !reach.Stays && reach.IsOtherwise(run);
        if (before || !during || after)
        {
            string was = before ? "was so before" : !during ? "was not so while it lasted" : "was still so afterwards";
            wrong.Add($"{reach}: {was}");
        }
    }

    /// <summary>Closed, so that no swap is made of what is tried.</summary>
    internal static ScenarioRun Prepared(Story story, BoardChoice boards)
    {
        bool cabinet = story == Story.Cabinet;
        StoredPack charging = new() { Charge = 0.5, TemperatureC = 25 };
        Scenario scenario = Of(story) with { Arrivals = cabinet ? [] : [Soon], LimitMs = 3 * 3_600_000L };
        ScenarioRun run = new(
            scenario with
            {
                Station = scenario.Station with
                {
                    Boards = boards,
                    Packs = [null, .. Enumerable.Repeat(charging, cabinet ? 7 : 3)],
                },
            },
            1);
        run.Begin("select", ("position", "closed"));
        run.RunTo(PreparedMs);
        return run;
    }
}
