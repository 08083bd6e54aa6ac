using SwapEdge.Firmware;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Packs, lock, hoist, chargers, doors and weather.</summary>
public sealed class PackAndMachineTests
{
    [Fact]
    public void Insulation_declines_over_its_time_and_is_there_at_once_without_one()
    {
        using ScenarioRun run = Station(Story.Truck);
        Pack slow = run.World.Bays[1].Seat.Pack!;
        slow.InsulationKohm = 1_000;
        run.Begin("insulation", ("pack", "bay-2"), ("to", 80), ("over", 10_000L));
        run.Begin("insulation", ("pack", "bay-3"), ("to", 70));
        Assert.Equal(70, run.World.Bays[2].Seat.Pack!.InsulationKohm);
        run.RunTo(5_000);
        Assert.InRange(slow.InsulationKohm, 500, 580);
        run.RunTo(11_000);
        Assert.Equal(80, slow.InsulationKohm);
        Assert.True(run.IsSo("pack", "bay-2", ("insulation-below", 81)));
    }

    [Fact]
    public void A_cell_that_heats_runs_away_and_the_station_is_told()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(2_000);
        run.Begin("heats", ("pack", "bay-4"), ("to", 220.0), ("over", 5_000L));
        run.RunUntil("alarm", "any", ("bay", 4));
        Assert.True(run.IsSo("permit", false, ("bay", 4)));
    }

    [Fact]
    public void Smoke_at_a_bay_and_at_a_door_is_a_warning_of_that_place()
    {
        using ScenarioRun truck = Station(Story.Truck);
        truck.RunTo(2_000);
        Action end = truck.Begin("smoke", ("bay", 3))!;
        truck.RunFor(2_000);
        Assert.True(truck.IsSo("warning", "smoke-detected", ("bay", 3), ("level", 3)));
        Assert.False(truck.IsSo("warning", "smoke-detected", ("bay", 4)));
        end();
        using ScenarioRun cabinet = Station(Story.Cabinet);
        cabinet.RunTo(2_000);
        cabinet.Begin("smoke", ("door", 3));
        cabinet.RunUntil("event", "warning-raised", ("door", 3), ("warning", "smoke-detected"));
    }

    [Fact]
    public void What_the_BMS_of_a_pack_reports_is_on_the_pack_and_over_when_it_is_undone()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("vehicle", "standing");
        Pack pack = run.World.Lane.Truck.Seat.Pack!;
        Action alarm = run.Begin("pack-alarm", ("pack", "vehicle"), ("level", 2))!;
        Action smoke = run.Begin("pack-smokes", ("pack", "vehicle"))!;
        Action weld = run.Begin("welded", ("pack", "vehicle"))!;
        Assert.Equal((2, true, true), (pack.AlarmLevel, pack.ReportsSmoke, pack.ReportsWelded));
        alarm();
        smoke();
        weld();
        Assert.Equal((0, false, false), (pack.AlarmLevel, pack.ReportsSmoke, pack.ReportsWelded));
    }

    [Theory]
    [InlineData("welded")]
    [InlineData("pack-smokes")]
    public void A_pack_that_is_welded_or_smokes_stops_the_swap(string action)
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "positioning");
        run.Begin(action, ("pack", "vehicle"));
        run.RunUntil(() => run.RoleOf(1)!.Fault != Fault.None);
        Assert.False(run.IsSo("drive", "motion"));
    }

    [Fact]
    public void A_pack_with_an_alarm_is_told_as_a_finding()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "positioning");
        run.Begin("pack-alarm", ("pack", "vehicle"), ("level", 3));
        run.RunUntil("phase", "held");
        Assert.True(run.IsSo("event", "swap-step", ("finding", "alarm-level")));
    }

    [Fact]
    public void A_silent_pack_is_missed_by_the_node_of_its_bay_and_of_its_door()
    {
        using ScenarioRun truck = Station(Story.Truck);
        truck.RunUntil("charging", true, ("bay", 3));
        truck.Begin("pack-silent", ("pack", "bay-3"));
        truck.RunUntil("warning", "any", ("bay", 3));
        using ScenarioRun cabinet = Station(Story.Cabinet);
        cabinet.RunTo(20_000);
        int door = cabinet.Cabinet.Doors.First(one => one.Pack is not null).Number;
        Action end = cabinet.Begin("pack-silent", ("pack", $"door-{door}"))!;
        Assert.False(cabinet.Cabinet.Doors[door - 1].Pack!.Talks);
        end();
        Assert.True(cabinet.Cabinet.Doors[door - 1].Pack!.Talks);
    }

    [Fact]
    public void A_pack_that_nobody_knows_is_not_taken_in()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunTo(1_000);
        run.Begin("unknown-pack", ("pack", "vehicle"));
        run.RunUntil("phase", "held");
        Assert.True(run.IsSo("event", "swap-step", ("finding", "code-unknown")));
        Assert.False(run.IsSo("pack", "vehicle", ("there", false)));
    }

    [Fact]
    public void A_pack_whose_cells_part_has_a_weak_one()
    {
        using ScenarioRun run = Station(Story.Truck);
        Pack pack = run.World.Bays[2].Seat.Pack!;
        double before = pack.LowestCellV;
        Action end = run.Begin("cells-apart", ("pack", "bay-3"), ("by", 0.35))!;
        Assert.Equal(0.35, before - pack.LowestCellV, 3);
        end();
        Assert.Equal(before, pack.LowestCellV, 3);
    }

    [Fact]
    public void An_action_on_a_pack_that_is_not_there_says_so()
    {
        using ScenarioRun run = Station(Story.Truck);
        Assert.Equal("there is no pack at bay 1", Assert.Throws<ScenarioException>(
            () => run.Begin("pack-alarm", ("pack", "bay-1"), ("level", 1))).Message);
    }

    [Fact]
    public void The_air_goes_to_its_temperature_and_salt_in_it_wears_insulation()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.Begin("ambient", ("to", -25.0), ("over", 20_000L));
        run.RunTo(10_000);
        Assert.InRange(run.World.AmbientC, -24, 17);
        run.RunTo(22_000);
        Assert.Equal(-25, run.World.AmbientC, 1);
        Action end = run.Begin("salt-air")!;
        Assert.True(run.World.SaltAir);
        end();
        Assert.False(run.World.SaltAir);
        end = run.Begin("salt-air", ("pack", "bay-2"))!;
        Assert.Equal([0, 1, 0], run.World.Bays.Take(3).Select(bay =>
            Math.Sign(bay.Seat.Pack?.InsulationHalvesMs ?? 0)));
        end();
        Assert.Equal(0, run.World.Bays[1].Seat.Pack!.InsulationHalvesMs);
        using ScenarioRun cabinet = Station(Story.Cabinet);
        cabinet.Begin("ambient", ("to", 40.0));
        cabinet.RunTo(3_000);
        Assert.Equal(40, cabinet.Cabinet.AmbientC, 1);
    }

    [Fact]
    public void A_jammed_lock_does_not_open_and_the_swap_is_held_for_it()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunTo(1_000);
        Action end = run.Begin("lock-jams")!;
        run.RunUntil("event", "swap-ended", ("result", "put-back"), ("fault", "unlock-timeout"));
        Assert.True(run.IsSo("lock", "closed"));
        end();
        Assert.False(run.World.Lane.Truck.Lock.Points[0].Jammed);
    }

    [Fact]
    public void Ice_gives_way_at_the_try_that_is_said()
    {
        Scenario scenario = Of(Story.Truck) with { Arrivals = [Soon] };
        using ScenarioRun run = new(
            scenario with { Station = scenario.Station with { AmbientC = -25 } }, 1);
        run.RunTo(1_000);
        run.Begin("lock-iced", ("tries", 2));
        Assert.True(run.World.Lane.Truck.Lock.Points[0].Frozen);
        run.RunUntil("phase", "unlocking");
        run.RunUntil("lock", "open");
        Assert.False(run.World.Lane.Truck.Lock.Points[0].Frozen);
    }

    [Fact]
    public void A_slow_bolt_takes_its_time_and_a_creeping_one_moves_by_itself()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        LockPoint point = run.World.Lane.Truck.Lock.Points[0];
        int usual = point.TravelMs;
        Action end = run.Begin("lock-slow", ("travel", 6_000L))!;
        Assert.Equal(6_000, point.TravelMs);
        end();
        Assert.Equal(usual, point.TravelMs);
        run.RunUntil("vehicle", "standing");
        run.Begin("lock-creeps", ("way", "opens"));
        run.RunTo(run.NowMs + 1_000);
        Assert.False(point.Closed);
        Assert.True(run.IsSo("lock", "between"));
    }

    [Fact]
    public void A_controller_in_doubt_says_neither_end_and_a_loose_connector_is_parted()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("vehicle", "standing");
        Assert.True(run.World.Lane.Truck.Connector.Mated);
        Action doubt = run.Begin("lock-unsure")!;
        Action part = run.Begin("connector-loose")!;
        Assert.True(run.World.Lane.Controller!.Unsure);
        Assert.False(run.World.Lane.Truck.Connector.Mated);
        doubt();
        part();
        Assert.False(run.World.Lane.Controller!.Unsure);
        Assert.True(run.World.Lane.Truck.Connector.Mated);
        using ScenarioRun car = Station(Story.Car);
        Assert.Throws<ScenarioException>(() => car.Begin("lock-unsure"));
    }

    [Fact]
    public void A_hoist_that_stops_is_not_ready_and_the_swap_does_not_go_on()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "stowing").RunFor(2_000);
        double height = run.World.Lane.Hoist.HeightM;
        double position = run.World.Lane.Hoist.PositionM;
        Action end = run.Begin("hoist-stops")!;
        run.RunFor(5_000);
        Assert.False(run.World.Lane.Hoist.Ready);
        Assert.Equal((height, position), (run.World.Lane.Hoist.HeightM, run.World.Lane.Hoist.PositionM));
        end();
        Assert.True(run.World.Lane.Hoist.Ready);
    }

    [Fact]
    public void A_charger_that_sticks_goes_on_without_its_permit_and_a_broken_one_gives_nothing()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunUntil("charging", true, ("bay", 3)).RunUntil("charging", true, ("bay", 4));
        run.Begin("charger-sticks", ("bay", 3));
        Action mend = run.Begin("charger-stops", ("bay", 4))!;
        run.Begin("power-cut", ("node", "bays-2"));
        run.RunFor(3_000);
        Assert.True(run.IsSo("permit", false, ("bay", 3)));
        Assert.True(run.IsSo("charging", true, ("bay", 3)));
        Assert.True(run.IsSo("charging", false, ("bay", 4)));
        mend();
        Assert.False(run.World.Bays[3].ChargerStops);
    }

    [Fact]
    public void A_welded_contactor_stays_closed_when_the_current_is_gone()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunUntil("charging", true, ("bay", 3));
        Action end = run.Begin("contactor-welds", ("bay", 3))!;
        run.Begin("power-cut", ("node", "bays-2"));
        run.RunFor(10_000);
        Assert.True(run.IsSo("charging", false, ("bay", 3)));
        Assert.True(run.World.Bays[2].Charger.ContactorClosed);
        end();
        run.RunFor(1_000);
        Assert.False(run.World.Bays[2].Charger.ContactorClosed);
    }

    [Fact]
    public void Doors_stick_their_contactors_weld_and_their_chargers_stop()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        CabinetDoorway door = run.Cabinet.Doors[4];
        Action[] ends =
        [
            run.Begin("door-sticks", ("door", 5))!, run.Begin("contactor-welds", ("door", 5))!,
            run.Begin("charger-stops", ("door", 5))!,
        ];
        Assert.True(door.Jammed && door.ContactorSticks && door.ChargerStops);
        Array.ForEach(ends, end => end());
        Assert.False(door.Jammed || door.ContactorSticks || door.ChargerStops);
    }

    [Fact]
    public void A_door_that_sticks_is_not_opened_and_the_cabinet_says_so()
    {
        using ScenarioRun run = Station(Story.Cabinet, Soon);
        int empty = run.Cabinet.Doors.First(one => one.Pack is null).Number;
        run.Begin("door-sticks", ("door", empty));
        run.RunUntil("event", "swap-ended", ("result", "not-inserted"), ("fault", "door-not-opened"));
        Assert.True(run.Cabinet.Doors[empty - 1].Latched);
    }
}
