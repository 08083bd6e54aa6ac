using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Two happenings at once that make one thing otherwise: it is so as long as either lasts.</summary>
public sealed class HoldTests
{
    /// <summary>A longer outage is followed by a longer time until the next try to connect.</summary>
    private const int Waits = 8;

    public static TheoryData<string> Kinds => [Story.Truck.Name, Story.Car.Name, Story.Cabinet.Name];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_two_make_so_is_so_until_both_are_over(string kind)
    {
        Story story = Story.All.First(one => one.Name == kind);
        using ScenarioRun run = ActionReachTests.Prepared(story, BoardChoice.Virtual);
        List<string> wrong = [];
        IEnumerable<Reach> reaches = (run.IsCabinet ? CabinetReaches.All : LaneReaches.All).Concat(EveryReach.Of(run));
        foreach (Reach reach in reaches.Where(reach => ActionForms.Find(reach.Action)!.Lasts
            && !reach.Except.Contains(story)))
        {
            Try(run, reach, wrong);
        }

        Assert.Equal("", string.Join("\n", wrong));
    }

    [Theory]
    [InlineData(10, 10, 15, 60, 75)]
    [InlineData(10, 60, 15, 10, 70)]
    [InlineData(10, 10, 20, 10, 30)]
    public void A_node_has_no_power_until_the_last_of_two_cuts_is_over(
        int firstAt, int firstFor, int secondAt, int secondFor, int backAt)
    {
        using ScenarioRun run = new(
            Of(Story.Truck) with
            {
                Arrivals = [],
                Happens =
                [
                    At(firstAt * 1_000, "power-cut", ("node", "lane-1")).For(firstFor * 1_000),
                    At(secondAt * 1_000, "power-cut", ("node", "lane-1")).For(secondFor * 1_000),
                ],
            },
            1);
        run.RunTo(secondAt * 1_000 + 500);
        while (!run.Station.Nodes[0].HasPower)
        {
            run.Step();
        }

        Assert.InRange(run.NowMs, backAt * 1_000, (backAt * 1_000) + 200);
    }

    [Fact]
    public void A_power_cut_that_falls_into_one_in_an_append_is_not_ended_by_its_end()
    {
        using ScenarioRun run = Station(Story.Truck).RunTo(10_000);
        StationNode node = run.Station.Nodes[0];
        run.Begin("power-cut-in-append", ("node", node.Name), ("off", 5_000L));
        run.Begin("command", ("node", node.Name), ("operation", "take-out-of-service"), ("number", 7));
        run.RunUntil(() => !node.HasPower);
        Action back = run.Begin("power-cut", ("node", node.Name))!;
        run.RunFor(10_000);
        Assert.False(node.HasPower);
        back();
        Assert.True(node.HasPower);
    }

    [Fact]
    public void The_later_of_two_that_differ_counts_and_the_earlier_again_when_it_is_over()
    {
        using ScenarioRun run = Station(Story.Truck).RunTo(10_000);
        Pack pack = run.World.Bays[1].Seat.Pack!;
        Action first = run.Begin("pack-alarm", ("pack", "bay-2"), ("level", 1))!;
        Action second = run.Begin("pack-alarm", ("pack", "bay-2"), ("level", 3))!;
        Assert.Equal(3, pack.AlarmLevel);
        second();
        Assert.Equal(1, pack.AlarmLevel);
        first();
        Assert.Equal(0, pack.AlarmLevel);
    }

    [Fact]
    public void Two_forms_that_change_one_thing_hold_it_together()
    {
        using ScenarioRun run = Station(Story.Truck).RunTo(10_000);
        TearingStore store = run.Station.Nodes[0].Medium;
        Action fails = run.Begin("store-fails", ("node", "lane-1"))!;
        Action full = run.Begin("store-full", ("node", "lane-1"))!;
        fails();
        Assert.Equal(StoreResult.Full, store.Answer);
        full();
        Assert.Equal(StoreResult.Ok, store.Answer);
    }

    [Fact]
    public void One_node_is_without_network_as_long_as_it_or_the_station_is()
    {
        using ScenarioRun run = Station(Story.Truck).RunTo(10_000);
        Action all = run.Begin("network-away")!;
        Action one = run.Begin("network-away", ("node", "bays-1"))!;
        all();
        Assert.Equal([false, true, false], run.Station.Nodes.Select(node => node.NetworkAway));
        one();
        Assert.DoesNotContain(run.Station.Nodes, node => node.NetworkAway);
    }

    [Fact]
    public void Salt_gets_at_one_pack_as_long_as_its_seal_leaks_or_it_is_in_the_air()
    {
        using ScenarioRun run = Station(Story.Truck).RunTo(10_000);
        Pack pack = run.World.Bays[1].Seat.Pack!;
        Action leak = run.Begin("salt-air", ("pack", "bay-2"))!;
        Action air = run.Begin("salt-air")!;
        air();
        Assert.True(pack.InsulationHalvesMs > 0);
        air = run.Begin("salt-air")!;
        leak();
        Assert.True(pack.InsulationHalvesMs > 0);
        air();
        Assert.False(pack.InsulationHalvesMs > 0);
    }

    [Fact]
    public void What_was_wrong_with_a_vehicle_and_never_ended_is_not_held_for_the_next()
    {
        using ScenarioRun run = Station(Story.Truck, Soon, new Arrival { AtMs = 6_000 });
        LockPoint point = run.World.Lane.Truck.Lock.Points[0];
        run.RunUntil("vehicle", "standing");
        Action first = run.Begin("lock-jams")!;
        run.Begin("drives-off");
        run.RunUntil(() => !point.Jammed);
        run.RunUntil("vehicle", "standing");
        Action second = run.Begin("lock-jams")!;
        first();
        Assert.True(point.Jammed);
        second();
        Assert.False(point.Jammed);
    }

    [Fact]
    public void In_whatever_order_holders_come_and_go_the_last_to_come_counts_and_nothing_is_left()
    {
        Random random = new(7);
        for (int round = 0; round < 500; round++)
        {
            Holds holds = new();
            int now = -1;
            List<(int Value, Action End)> lasting = [];
            for (int move = 0; move < 30; move++)
            {
                if (lasting.Count == 0 || random.Next(2) == 0)
                {
                    int value = random.Next(4);
                    lasting.Add((value, holds.Take(this, "it", value, -1, to => now = to)));
                }
                else
                {
                    int over = random.Next(lasting.Count);
                    lasting[over].End();
                    lasting.RemoveAt(over);
                }

                Assert.Equal(lasting.Count == 0 ? -1 : lasting[^1].Value, now);
            }
        }
    }

    private static void Try(ScenarioRun run, Reach reach, List<string> wrong)
    {
        Action? first = run.Begin(reach.Action, reach.Arguments);
        run.RunFor(500);
        Action? second = run.Begin(reach.Action, reach.Arguments);
        run.RunFor(reach.SettleMs);
        first?.Invoke();
        run.RunFor(reach.SettleMs);
        bool during = reach.IsOtherwise(run);
        second?.Invoke();
        bool after = !reach.Stays;
        for (int wait = 0; after && wait < Waits; wait++)
        {
            run.RunFor(reach.SettleMs);
            after = reach.IsOtherwise(run);
        }

        if (!during || after)
        {
            wrong.Add($"{reach}: {(during ? "was still so when both were over" : "was not so when one was over")}");
        }
    }
}
