using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Faults of sensors and buses do what they say, in the world.</summary>
public sealed class SensorAndBusTests
{
    private const int Looks = 400;

    [Fact]
    public void A_stuck_sensor_says_its_level_until_it_is_repaired()
    {
        using ScenarioRun run = Station(Story.Truck);
        SwapLane lane = run.World.Lane;
        Assert.True(Sensed(lane).HoistRaised);
        Action repair = run.Begin("sensor-stuck", ("sensor", "hoist-raised"), ("level", false))!;
        Assert.False(Sensed(lane).HoistRaised);
        repair();
        Assert.True(Sensed(lane).HoistRaised);
    }

    [Fact]
    public void A_stuck_sensor_is_seen_by_a_node_on_its_board_and_by_one_without()
    {
        foreach (BoardChoice boards in new[] { BoardChoice.Virtual, BoardChoice.Own })
        {
            Scenario scenario = Of(Story.Truck) with { Arrivals = [] };
            using ScenarioRun run = new(
                scenario with { Station = scenario.Station with { Boards = boards } }, 1);
            run.RunTo(1_000);
            run.Begin("sensor-stuck", ("sensor", "vehicle-present"), ("level", true));
            run.RunFor(5_000);
            Assert.Equal(Phase.Identifying, run.RoleOf(1)!.Phase);
        }
    }

    [Fact]
    public void A_flipped_sensor_says_the_contrary()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.Begin("sensor-flipped", ("sensor", "bay-clear"), ("bay", 1));
        run.Begin("sensor-flipped", ("sensor", "bay-clear"), ("bay", 2));
        Assert.False(Sensed(run.World.Bays[0]).BayClear);
        Assert.True(Sensed(run.World.Bays[1]).BayClear);
    }

    [Fact]
    public void A_bouncing_sensor_says_both_and_a_dusty_one_misses_its_share()
    {
        using ScenarioRun run = Station(Story.Truck);
        SwapLane lane = run.World.Lane;
        run.Begin("sensor-bounces", ("sensor", "pack-on-vehicle"));
        run.Begin("sensor-dusty", ("sensor", "hoist-raised"), ("share", 0.3));
        LaneInputs[] seen = [.. Enumerable.Range(0, Looks).Select(_ => Sensed(lane))];
        Assert.InRange(seen.Count(at => at.PackOnVehicle), Looks / 4, Looks * 3 / 4);
        Assert.InRange(seen.Count(at => !at.HoistRaised), Looks / 5, Looks * 2 / 5);
    }

    [Fact]
    public void A_door_of_a_cabinet_may_have_a_wrong_contact_and_its_node_sees_it()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        run.RunTo(2_000);
        int empty = run.Cabinet.Doors.First(door => door.Pack is null).Number;
        Assert.True(run.IsSo("presence", "empty", ("door", empty)));
        run.Begin("sensor-stuck", ("sensor", "bay-clear"), ("level", false), ("door", empty));
        run.RunFor(2_000);
        Assert.True(run.IsSo("presence", "unsure", ("door", empty)));
    }

    [Fact]
    public void A_sensor_that_the_place_has_not_is_refused_in_words()
    {
        StationPlan truck = new();
        StationPlan cabinet = new() { Kind = Story.Cabinet };
        Func<StationPlan, Arguments, string?> against = ActionForms.Find("sensor-stuck")!.Against!;
        Assert.Null(against(truck, Arguments.Of(("sensor", "hoist-raised"))));
        Assert.Null(against(truck, Arguments.Of(("sensor", "bay-clear"), ("bay", 1))));
        Assert.StartsWith("'hoist-raised' is no sensor of a bay", against(
            truck, Arguments.Of(("sensor", "hoist-raised"), ("bay", 1))));
        Assert.StartsWith("at a cabinet 'door'", against(cabinet, Arguments.Of(("sensor", "bay-clear"))));
        Assert.Null(against(cabinet, Arguments.Of(("sensor", "latch-closed"), ("door", 8))));
    }

    [Fact]
    public void A_silent_swap_controller_is_not_heard_and_others_are()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("vehicle", "standing");
        HashSet<uint> heard = [];
        Action end = run.Begin("bus-silent", ("bus", "swap"), ("sender", "swap-controller"))!;
        run.World.SwapBus.Tapped = frame => heard.Add(frame.Id);
        run.RunFor(2_000);
        Assert.DoesNotContain(LockFrame.Id, heard);
        Assert.Contains(VinFrame.Id, heard);
        end();
        run.RunFor(2_000);
        Assert.Contains(LockFrame.Id, heard);
    }

    [Fact]
    public void A_silent_node_is_not_heard_on_the_station_link()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(2_000);
        HashSet<uint> heard = [];
        run.Begin("bus-silent", ("bus", "link"), ("node", "bays-2"));
        run.World.StationLink.Tapped = frame => heard.Add(frame.Id & 0xFF);
        run.RunFor(3_000);
        Assert.Contains(0x91u, heard);
        Assert.DoesNotContain(0x92u, heard);
    }

    [Fact]
    public void A_bus_loses_its_share_of_frames()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(20_000);
        long Carried(int ms)
        {
            long before = run.World.Bays[2].Bus.Carried;
            run.RunFor(ms);
            return run.World.Bays[2].Bus.Carried - before;
        }

        long whole = Carried(5_000);
        run.Begin("bus-loses", ("bus", "charger"), ("bay", 3), ("sender", "pack"), ("share", 0.4));
        Assert.InRange(Carried(5_000), whole / 3, whole * 9 / 10);
    }

    [Fact]
    public void A_late_frame_comes_late_and_comes()
    {
        Wire wire = new("test") { Faults = new WireFaults(new Prng(1)) };
        WireEnd from = wire.Connect("from");
        WireEnd to = wire.Connect("to");
        wire.Faults.Add(new WireFault(static (_, _) => true) { Late = 1, LateMs = 100 });
        CanFrame frame = new() { Id = 7, Length = 8 };
        from.Send(frame);
        wire.Advance(1);
        Assert.False(to.Receive(frame));
        wire.Advance(200);
        Assert.True(to.Receive(frame));
        Assert.Equal(7u, frame.Id);
    }

    [Fact]
    public void A_corrupted_frame_has_one_wrong_bit()
    {
        Wire wire = new("test") { Faults = new WireFaults(new Prng(1)) };
        WireEnd from = wire.Connect("from");
        WireEnd to = wire.Connect("to");
        Action end = wire.Faults.Add(new WireFault(static (_, _) => true) { Corrupted = 1 });
        CanFrame frame = new() { Id = 7, Length = 8 };
        from.Send(frame);
        wire.Advance(10);
        Assert.True(to.Receive(frame));
        Assert.Equal(1, frame.Data.Sum(one => System.Numerics.BitOperations.PopCount(one)));
        end();
        from.Send(new CanFrame { Id = 7, Length = 8 });
        wire.Advance(20);
        Assert.True(to.Receive(frame));
        Assert.All(frame.Data, one => Assert.Equal(0, one));
    }

    [Fact]
    public void Each_fault_of_a_bus_begins_at_its_wire_and_ends()
    {
        using ScenarioRun run = Station(Story.Truck);
        foreach ((string action, (string, object)[] more) in new (string, (string, object)[])[]
        {
            ("bus-late", [("share", 0.5), ("by", 100L)]), ("bus-corrupts", [("share", 0.01)]),
        })
        {
            foreach ((string, object)[] bus in new (string, object)[][]
            {
                [("bus", "swap")], [("bus", "link")], [("bus", "charger"), ("bay", 4)],
            })
            {
                Action end = run.Begin(action, [.. bus, .. more])!;
                run.RunFor(200);
                end();
            }
        }

        Assert.NotNull(run.World.SwapBus.Faults);
        Assert.NotNull(run.World.StationLink.Faults);
        Assert.NotNull(run.World.Bays[3].Bus.Faults);
        Assert.Null(run.World.Bays[0].Bus.Faults);
    }

    [Fact]
    public void A_silent_line_of_a_cabinet_loses_the_packs_and_a_disturbed_one_refuses_answers()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        run.RunTo(20_000);
        int door = run.Cabinet.Doors.First(one => one.Pack is not null).Number;
        long Count(DecodeResult result) => run.SeenDoor(door)!.Pack.Bms.Count(result);
        Action end = run.Begin("line-silent", ("door", door))!;
        run.RunFor(2_000);
        long ok = Count(DecodeResult.Ok);
        run.RunFor(20_000);
        Assert.Equal(ok, Count(DecodeResult.Ok));
        end();
        run.RunFor(40_000);
        Assert.InRange(Count(DecodeResult.Ok), ok + 1, long.MaxValue);
        ok = Count(DecodeResult.Ok);
        run.Begin("line-corrupts", ("share", 0.2));
        run.RunFor(40_000);
        Assert.InRange(Count(DecodeResult.Ok), ok, ok + 2);
    }

    [Fact]
    public void Who_is_silenced_twice_is_silent_until_both_are_over()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        Action one = run.Begin("line-silent", ("door", 2))!;
        Action all = run.Begin("line-silent")!;
        all();
        Assert.Equal([2], run.Cabinet.Line.SilentDoors);
        one();
        Assert.Empty(run.Cabinet.Line.SilentDoors);
    }

    private static LaneInputs Sensed(SwapLane lane)
    {
        LaneInputs into = new();
        lane.Sense(into);
        return into;
    }

    private static BayInputs Sensed(SwapBay bay)
    {
        BayInputs into = new();
        bay.Sense(into);
        return into;
    }
}
