using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Power, store and clock of nodes, with their boards and without.</summary>
public sealed class NodeActionTests
{
    public static TheoryData<string> Boards => ["virtual", "own"];

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_power_cut_takes_every_request_away_and_afterwards_the_swap_is_held(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunUntil("phase", "lifting").RunUntil("drive", "lift");
        Action restore = run.Begin("power-cut", ("node", "lane-1"))!;
        Assert.Equal(Drive.None, run.World.Lane.Drives);
        run.RunFor(3_000);
        Assert.True(run.IsSo("node", "lane-1", ("state", "off")));
        Assert.True(run.IsSo("node", "lane-1", ("state", "lost")));
        Assert.Equal(Drive.None, run.World.Lane.Drives);
        ulong journal = Journal(run, 0);
        restore();
        run.RunFor(3_000);
        Assert.True(run.IsSo("phase", "held", ("fault", "power-lost")));
        Assert.Equal((journal, 2u), (Journal(run, 0), run.Station.Nodes[0].Node.Journal.Boot));
        Assert.Equal(2, run.Station.Nodes[0].Starts);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_bay_node_without_power_permits_no_charging(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunUntil("charging", true, ("bay", 3));
        Action restore = run.Begin("power-cut", ("node", "bays-2"))!;
        Assert.True(run.IsSo("permit", false, ("bay", 3)));
        run.RunFor(2_000);
        Assert.True(run.IsSo("charging", false, ("bay", 3)));
        restore();
        run.RunUntil("charging", true, ("bay", 3));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_power_cut_inside_an_append_leaves_so_many_bytes_of_it_and_nothing_is_lost(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunTo(3_000);
        StationNode node = run.Station.Nodes[0];
        Assert.Null(run.Begin("power-cut-in-append", ("node", "lane-1"), ("bytes", 5), ("off", 1_500L)));
        run.RunUntil(() => !node.HasPower);
        Assert.Equal(1, node.Medium.Torn);
        long cutMs = run.NowMs;
        run.RunUntil(() => node.HasPower);
        Assert.InRange(run.NowMs - cutMs, 1_450, 1_600);
        run.RunFor(5_000).RunUntil("city", "complete");
        Assert.Equal(2u, node.Node.Journal.Boot);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_restart_keeps_the_journal_and_a_replaced_board_has_a_new_one(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunTo(3_000);
        ulong journal = Journal(run, 1);
        run.Begin("restart", ("node", "bays-1"));
        run.RunFor(3_000);
        Assert.Equal((journal, 2u), (Journal(run, 1), run.Station.Nodes[1].Node.Journal.Boot));
        run.Begin("replace", ("node", "bays-1"));
        run.RunFor(3_000);
        Assert.NotEqual(journal, Journal(run, 1));
        Assert.Equal(1u, run.Station.Nodes[1].Node.Journal.Boot);
        run.RunUntil("city", "complete");
        Assert.Equal(2, run.Station.City.Store.Journals().Count(one => one.Node == run.Station.Nodes[1].Path));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_store_that_fails_or_is_full_takes_nothing_and_events_wait_for_it(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunTo(3_000).RunUntil("city", "complete");
        foreach (string action in new[] { "store-fails", "store-full" })
        {
            Action mend = run.Begin(action, ("node", "lane-1"))!;
            ulong stored = run.Station.Nodes[0].Node.Journal.LastStored;
            run.Begin("command", ("node", "lane-1"), ("operation", "take-out-of-service"), ("number", 3));
            run.RunFor(3_000);
            Assert.Equal(stored, run.Station.Nodes[0].Node.Journal.LastStored);
            mend();
            run.RunFor(60_000).RunUntil("city", "complete");
            Assert.InRange(run.Station.Nodes[0].Node.Journal.LastStored, stored + 1, ulong.MaxValue);
        }
    }

    [Fact]
    public void A_clock_jumps_there_and_back_and_the_events_say_so()
    {
        const long Day = 86_400_000;
        using ScenarioRun run = Truck("virtual");
        run.RunTo(3_000);
        StationNode node = run.Station.Nodes[0];
        long Wrong() => node.Clock.UtcMs - run.Station.Network.UtcMs(run.NowMs);
        Action right = run.Begin("clock-jumps", ("node", "lane-1"), ("by", Day))!;
        Assert.Equal(Day, Wrong());
        right();
        Assert.Equal(0, Wrong());
        run.Begin("clock-jumps", ("by", Day), ("way", "back"));
        Assert.Equal(-Day, Wrong());
        run.RunFor(1_000);
        run.Begin("command", ("node", "lane-1"), ("operation", "take-out-of-service"), ("number", 3));
        run.RunUntil("event", "audit", ("reason", "expiry-too-far"));
        CityEvent told = run.Log.Events[^1];
        Assert.InRange(told.Record.UtcMs - told.ReceivedMs, -Day - 100, -Day);
    }

    [Fact]
    public void A_clock_without_time_is_told_as_unknown()
    {
        using ScenarioRun run = Truck("virtual");
        Action known = run.Begin("clock-unknown", ("node", "bays-1"))!;
        Assert.Equal(TimeQuality.Unknown, run.Station.Nodes[1].Clock.UtcQuality);
        Assert.Equal(TimeQuality.Sntp, run.Station.Nodes[0].Clock.UtcQuality);
        run.RunTo(3_000);
        CityEvent told = run.Log.Events.First(one => one.Node.EndsWith("bays-1", StringComparison.Ordinal));
        Assert.NotEqual(TimeQuality.Sntp, told.Record.TimeQuality);
        known();
        Assert.Equal(TimeQuality.Sntp, run.Station.Nodes[1].Clock.UtcQuality);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void What_has_passed_since_its_start_is_what_a_node_counts_after_a_restart_too(string boards)
    {
        using ScenarioRun run = Truck(boards);
        run.RunTo(20_000);
        run.Begin("restart", ("node", "bays-2"));
        Action restore = run.Begin("power-cut", ("node", "lane-1"))!;
        run.RunFor(4_000);
        restore();
        long backMs = run.NowMs;
        run.RunFor(20_000).RunUntil("city", "complete");
        EventRecord lane = Boot(run, 0);
        EventRecord bays = Boot(run, 2);
        Assert.Equal((2u, 2u), (lane.Boot, bays.Boot));
        Assert.InRange(lane.UptimeMs, 0, 500);
        Assert.InRange(bays.UptimeMs, 0, 500);
        Assert.InRange(lane.UtcMs - run.Station.Network.UtcMs(backMs), 0, 500);

        // Frames have the same time: what a pack on charge says is no older than its period, and nobody misses it.
        run.RunUntil("charging", true, ("bay", 3)).RunFor(5_000);
        Assert.False(run.IsSo("warning", "any", ("bay", 3)));
        PackReading reading = new();
        run.SeenBay(3)!.Pack.Read(run.Station.Nodes[2].UptimeAt(run.NowMs), reading);
        Assert.True(reading.IsValid(PackValue.ChargerCurrentMa));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_cabinet_counts_from_its_restart_too(string boards)
    {
        BoardChoice choice = BoardChoice.All.First(one => one.Name == boards);
        Scenario scenario = Of(Story.Cabinet) with { Arrivals = [] };
        using ScenarioRun run = new(
            scenario with { Station = scenario.Station with { Boards = choice } }, 1);
        run.RunTo(20_000);
        run.Begin("restart", ("node", "cabinet-1"));
        run.RunFor(5_000).RunUntil("city", "complete");
        Assert.Equal(2u, Boot(run, 0).Boot);
        Assert.InRange(Boot(run, 0).UptimeMs, 0, 500);
    }

    private static EventRecord Boot(ScenarioRun run, int node) => run.Log.Events.Last(told =>
        told.Node == run.Station.Nodes[node].Path && told.Record.Kind == EventKind.Boot).Record;

    private static ScenarioRun Truck(string boards)
    {
        Scenario scenario = Of(Story.Truck) with { Arrivals = [Soon] };
        BoardChoice choice = BoardChoice.All.First(one => one.Name == boards);
        return new ScenarioRun(scenario with { Station = scenario.Station with { Boards = choice } }, 1);
    }

    private static ulong Journal(ScenarioRun run, int node)
    {
        string path = run.Station.Nodes[node].Path;
        return run.Log.Events.Last(told => told.Node == path).Record.Journal;
    }
}
