using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>What the oracle of the lives must see, shown to it by hand.</summary>
public sealed class OracleTests
{
    private readonly LifeStation _station = Quiet();

    [Fact]
    public void A_station_that_stands_idle_is_safe()
    {
        Run(5_000);
        Assert.Empty(_station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Motion_in_a_phase_without_motion_is_unsafe_at_once()
    {
        Show(Drive.Grip, 25);
        Assert.Contains(Unsafe.MotionWhileHeld, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Unlock_without_vehicle_and_without_grip_is_unsafe_after_two_passes()
    {
        Show(Drive.Unlock, 100);
        Assert.DoesNotContain(Unsafe.UnlockWithoutGrip, _station.Oracle.Judgement.Seen);
        Show(Drive.Unlock, 200);
        Assert.Contains(Unsafe.UnlockWithoutGrip, _station.Oracle.Judgement.Seen);
        Assert.Contains(Unsafe.UnlockOfUnpreparedVehicle, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Unlock_under_high_voltage_is_unsafe()
    {
        _station.World.Lane.Truck.Seat.Pack!.RelaysClosed = true;
        Show(Drive.Unlock, 1_500);
        Assert.Contains(Unsafe.UnlockUnderHighVoltage, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Lift_of_a_pack_that_is_locked_is_unsafe()
    {
        Show(Drive.Lift, 200);
        Assert.Contains(Unsafe.LiftOfLockedPack, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Lock_and_release_without_connector_are_unsafe()
    {
        RunUntil(Phase.Preparing);
        _station.World.Lane.Truck.Seat.PackHeightM = 0;
        Show(Drive.Lock | Drive.ReleaseVehicle, 1_500);
        Assert.Contains(Unsafe.LockWithoutConnector, _station.Oracle.Judgement.Seen);
        Assert.Contains(Unsafe.ReleaseUnmated, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Release_of_a_vehicle_whose_lock_is_open_is_unsafe()
    {
        RunUntil(Phase.Preparing);
        _station.World.Lane.Truck.Lock.Advance(5_000, unlock: true, close: false, releasePermitted: true);
        Show(Drive.ReleaseVehicle, 300);
        Assert.Contains(Unsafe.ReleaseUnlocked, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Release_with_a_pack_that_is_neither_planned_nor_its_own_is_unsafe()
    {
        RunUntil(Phase.Gripping);
        SwapBay third = _station.World.Bays[2];
        (_station.World.Lane.Truck.Seat.Pack, third.Seat.Pack) = (third.Seat.Pack, _station.World.Lane.Truck.Seat.Pack);
        Show(Drive.ReleaseVehicle, 300);
        Assert.Contains(Unsafe.ReleaseWithWrongPack, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_bad_pack_that_came_in_is_unsafe_in_a_bay_that_is_not_for_such_packs()
    {
        RunUntil(Phase.Preparing);
        Pack bad = _station.World.Lane.Truck.Seat.Pack!;
        bad.AlarmLevel = 2;
        Show(Drive.None, 200);
        Assert.DoesNotContain(Unsafe.BadPackAmongOthers, _station.Oracle.Judgement.Seen);
        SwapBay first = _station.World.Bays[0];
        (first.Seat.Pack, _station.World.Lane.Truck.Seat.Pack) = (bad, first.Seat.Pack);
        Show(Drive.None, 25);
        Assert.Contains(Unsafe.BadPackAmongOthers, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_bad_pack_that_comes_in_goes_to_the_isolation_bay_and_is_no_harm_there()
    {
        WorldPlan world = WorldPlan.Demonstration(new Prng(1)).WithTruck(truck => truck with { ArrivesMs = 25_000 });
        LifePlan plan = LifePlan.Of(LifeKind.Truck, new Prng(1)) with
        {
            Story = Story.Truck,
            World = world with { Bays = [.. world.Bays, null] },
            IsolationBay = 5,
            Packs = [(0, 5_000, 2)],
            Events = [],
        };
        LifeStation station = new(plan, new Prng(1));
        foreach (LifeNode node in station.Nodes)
        {
            // The city calls nothing off.
            node.Orders.Running = () => 0;
        }

        Pack bad = station.World.Lane.Truck.Seat.Pack!;
        while (station.World.Lane.Truck.Stage != TruckStage.Gone)
        {
            Assert.True(station.World.NowMs < 500_000, $"still {station.Phase}");
            station.Pass();
        }

        Assert.Same(bad, station.World.Bays[4].Seat.Pack);
        Assert.Empty(station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_pack_below_a_car_that_neither_bolt_nor_platform_holds_is_unsafe()
    {
        LifeStation station = new(LifePlan.Of(LifeKind.Car, new Prng(4)) with { Events = [] }, new Prng(4));
        station.Pass();
        Assert.Empty(station.Oracle.Judgement.Seen);
        station.World.Lane.Truck.Lock.Advance(5_000, unlock: true, close: false, releasePermitted: true);
        station.Pass();
        Assert.Contains(Unsafe.PackUnsupported, station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Two_lanes_that_work_in_one_bay_are_unsafe()
    {
        LifeStation station = new(LifePlan.Of(LifeKind.TwoLanes, new Prng(5)) with { Events = [] }, new Prng(5));
        station.Pass();
        Assert.Equal(2, station.Lanes.Count);
        foreach (LifeLane lane in station.Lanes)
        {
            lane.Node.Cut(0, 60_000);
            lane.World.Bay = 2;
        }

        station.Pass();
        Assert.Contains(Unsafe.TwoLanesInOneBay, station.Lanes[1].Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_pack_that_vanishes_is_unsafe()
    {
        _station.World.Bays[1].Seat.Pack = null;
        Show(Drive.None, 25);
        Assert.Contains(Unsafe.PackLost, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_motion_request_before_its_phase_is_stored_is_unsafe()
    {
        RunUntil(Phase.Gripping);
        Node node = _station.Lane.Node!;
        ulong stored = node.Journal.LastStored;
        node.Journal.LastStored = stored - 1;
        Show(Drive.Grip, 25);
        node.Journal.LastStored = stored;
        Assert.Contains(Unsafe.MotionBeforeStored, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_truth_whose_one_sensor_is_wrong_is_not_judged_and_counts_again_once_it_is_right()
    {
        _station.Pins.Break(LaneContacts.Tongue, SensorFault.StuckOn);
        Show(Drive.Unlock, 1_000);
        Assert.DoesNotContain(Unsafe.UnlockWithoutGrip, _station.Oracle.Judgement.Seen);
        _station.Pins.Repair(LaneContacts.Tongue);
        Run(1_000);
        Show(Drive.Unlock, 1_000);
        Assert.Contains(Unsafe.UnlockWithoutGrip, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void The_city_in_memory_tells_a_repeated_event_from_a_duplicated_number_and_sees_gaps()
    {
        LifeCity city = new();
        city.Take(Event(1, Phase.Idle));
        city.Take(Event(3, Phase.Idle));
        Assert.Equal(1UL, city.Through(9));
        city.Take(Event(2, Phase.Idle));
        Assert.Equal(3UL, city.Through(9));
        city.Take(Event(2, Phase.Idle));
        Assert.Equal((1L, 0L), (city.Repeated, city.Duplicated));
        city.Take(Event(2, Phase.Held));
        Assert.Equal((1L, 1L), (city.Repeated, city.Duplicated));
    }

    [Fact]
    public void A_tearing_store_leaves_what_was_written_before_power_failed()
    {
        TearingStore store = new(1000) { CutAfter = 3 };
        Assert.Throws<PowerCutException>(() => store.Append("a", [1, 2, 3, 4, 5], 0, 5));
        Assert.Equal(3, store.Length("a"));
        Assert.Equal(StoreResult.Ok, store.Append("a", [6], 0, 1));
        Assert.Equal(4, store.Length("a"));
    }

    /// <summary>A truck that is well, with nothing that goes wrong.</summary>
    private static LifeStation Quiet()
    {
        Prng random = new(1);
        LifePlan plan = LifePlan.Of(LifeKind.Truck, new Prng(1)) with
        {
            Story = Story.Truck,
            Packs = [],
            Events = [],
            IsolationBay = 0,
        };
        WorldPlan world = WorldPlan.Demonstration(random);
        plan = plan with { World = world.WithTruck(truck => truck with { ArrivesMs = 25_000 }) };
        return new LifeStation(plan, random);
    }

    private static byte[] Event(ulong sequence, Phase phase)
    {
        EventRecord record = new() { Kind = EventKind.SwapStep, Journal = 9, Sequence = sequence, Phase = (int)phase };
        byte[] bytes = new byte[EventCodec.MaxLength];
        return bytes[..EventCodec.Encode(record, bytes, 0)];
    }

    private void Run(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += LifeStation.PassMs)
        {
            _station.Pass();
        }
    }

    private void RunUntil(Phase phase)
    {
        while (_station.Phase != phase)
        {
            Assert.True(_station.World.NowMs < 200_000, $"never {phase}");
            _station.Pass();
        }
    }

    /// <summary>Requests that the node did not make, as the oracle sees them while the world goes on.</summary>
    private void Show(Drive drives, int milliseconds)
    {
        _station.Pass();
        for (int passed = 0; passed < milliseconds; passed += 25)
        {
            _station.World.Lane.Drives = Drive.None;
            _station.World.Step(25);
            _station.World.Lane.Drives = drives;
            _station.Pins.Advance(_station.World.NowMs);
            _station.Oracle.Check(_station.Lane.Node);
        }
    }
}
