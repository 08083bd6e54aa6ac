using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>People at the station, the safety chain, vehicles, drivers and customers.</summary>
public sealed class PeopleAndVehicleTests
{
    [Theory]
    [InlineData("abort", "abort-pressed")]
    [InlineData("driver-abort", "driver-aborted")]
    public void A_button_stops_the_swap_for_the_fault_that_it_is_there_for(string button, string fault)
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "lifting").RunFor(1_000);
        Action release = run.Begin("press", ("button", button))!;
        run.RunFor(1_000);
        Assert.True(run.IsSo("fault", fault));
        release();
        Assert.False(run.World.Lane.Panel.AbortPressed || run.World.Lane.Panel.DriverAborts);
    }

    [Fact]
    public void Confirm_with_the_key_goes_on_after_a_hold_and_without_the_key_does_not()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "gripping").RunFor(3_000);
        Press(run, "abort");
        run.Begin("key-switch", ("to", false));
        run.RunFor(500);
        Press(run, "confirm");
        Assert.True(run.IsSo("phase", "held"));
        run.Begin("key-switch", ("to", true));
        run.RunFor(500);
        Press(run, "confirm");
        Assert.True(run.IsSo("phase", "verifying"));
    }

    [Fact]
    public void The_selector_closes_the_lane_and_opens_it_again()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(2_000);
        Action back = run.Begin("select", ("position", "closed"))!;
        run.RunUntil("phase", "out-of-service");
        back();
        Assert.False(run.World.Lane.Panel.ClosedSelected);
    }

    [Fact]
    public void A_button_of_the_pendant_drives_in_maintenance_while_it_is_held()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "gripping").RunFor(3_000);
        Press(run, "abort");
        run.Begin("select", ("position", "maintenance"));
        run.RunFor(500);
        Press(run, "confirm");
        Assert.True(run.IsSo("phase", "maintenance"));
        Action let = run.Begin("hold", ("drive", "withdraw"))!;
        run.RunFor(500);
        Assert.True(run.IsSo("drive", "withdraw"));
        let();
        run.RunFor(500);
        Assert.False(run.IsSo("drive", "motion"));
    }

    [Theory]
    [InlineData("safety-chain", "safety-chain-open")]
    [InlineData("fire", "fire-detected")]
    public void The_safety_chain_and_the_fire_alarm_take_every_motion_away(string action, string fault)
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "lifting").RunUntil("drive", "lift");
        Action end = run.Begin(action)!;
        run.RunFor(200);
        Assert.False(run.IsSo("drive", "motion"));
        Assert.True(run.IsSo("fault", fault));
        end();
        Assert.True(run.World.Lane.Panel.SafetyChainClosed && !run.World.Lane.Panel.FireDetected);
    }

    [Fact]
    public void A_release_that_is_refused_leaves_the_lock_closed()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunTo(1_000);
        run.Begin("release-refused");
        run.RunUntil("phase", "held");
        Assert.True(run.IsSo("lock", "closed"));
        Assert.True(run.IsSo("fault", "release-not-permitted"));
    }

    [Fact]
    public void An_operator_at_a_bay_and_at_a_door_is_heard_by_its_node()
    {
        using ScenarioRun truck = Station(Story.Truck);
        truck.RunTo(3_000);
        Action leave = truck.Begin("operator-asks", ("request", "expect-delivery"), ("bay", 1))!;
        truck.RunFor(1_000);
        leave();
        truck.RunFor(2_000);
        Assert.True(truck.IsSo("event", "audit", ("action", "operator-request"), ("bay", 1)));
        using ScenarioRun cabinet = Station(Story.Cabinet);
        cabinet.RunTo(3_000);
        cabinet.Begin("operator-asks", ("request", "expect-service"), ("door", 2));
        cabinet.RunFor(3_000);
        Assert.True(cabinet.IsSo("event", "audit", ("door", 2)));
    }

    [Fact]
    public void A_technician_comes_to_a_cabinet_when_called_and_confirms()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        run.RunTo(2_000);
        Assert.Null(run.Begin("technician"));
        run.RunFor(12_000);
        Assert.Equal(1, run.Cabinet.Technician.Confirmed);
        run.RunFor(30_000);
        Assert.Equal(1, run.Cabinet.Technician.Confirmed);
    }

    [Fact]
    public void Somebody_comes_a_while_after_the_lane_has_called_and_confirms()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        Action goes = run.Begin("attendant", ("comes-after", 60_000L))!;
        run.RunUntil("phase", "gripping").RunFor(3_000);
        Press(run, "abort");
        long calledMs = run.NowMs;
        run.RunUntil("phase", "verifying");
        Assert.InRange(run.NowMs - calledMs, 60_000, 70_000);
        Assert.Equal(1, run.World.Lane.Attendant.Confirmed);
        goes();
        Press(run, "abort");
        run.RunFor(120_000);
        Assert.True(run.IsSo("phase", "held"));
    }

    [Fact]
    public void Who_cannot_be_served_is_sent_off_with_the_pack_it_came_with()
    {
        using ScenarioRun run = Station(Story.Truck, new Arrival { AtMs = 5_000, Known = false });
        run.Begin("attendant", ("comes-after", 10_000L));
        run.RunUntil("vehicle", "gone").RunUntil("phase", "idle");
        Assert.Equal(1, run.World.Lane.Attendant.SentOff);
        Assert.False(Assert.Single(run.World.Forecourt.Visits).Swapped);
        Assert.True(run.IsSo("drive", "none"));
    }

    [Fact]
    public void Where_every_door_is_taken_somebody_takes_a_pack_away_and_the_next_is_served()
    {
        StoredPack[] packs = [.. Enumerable.Repeat(new StoredPack { Charge = 0.97 }, 8)];
        Scenario scenario = Of(Story.Cabinet) with { Arrivals = [new Arrival { AtMs = 120_000 }] };
        using ScenarioRun run = new(scenario with { Station = scenario.Station with { Packs = packs } }, 1);
        run.Begin("attendant", ("comes-after", 60_000L));
        run.RunUntil("event", "pack-removed", ("reason", "dispatch")).RunUntil("phase", "idle");
        Assert.Equal(1, run.Cabinet.Attendant.Taken);
        run.RunUntil("swaps", "completed");
        Assert.Equal(1, run.Cabinet.Attendant.Taken);
    }

    [Fact]
    public void Who_arrives_comes_with_what_is_said_and_is_served_when_known()
    {
        Scenario scenario = Of(Story.Truck) with
        {
            Arrivals = [],
            Happens =
            [
                At(5_000, "arrive", ("vehicle", "LSWAPEDG0SE000777"), ("charge", 0.11)),
                At(6_000, "arrive", ("vehicle", "LSWAPEDG0SE000888"), ("known", false)),
            ],
        };
        using ScenarioRun run = new(scenario, 1);
        run.RunUntil("vehicle", "standing");
        Assert.Equal("LSWAPEDG0SE000777", run.World.Lane.Truck.Vin);
        Assert.InRange(run.World.Lane.Truck.Seat.Pack!.Soc, 0.10, 0.12);
        run.RunUntil(() => run.World.Lane.Truck.Vin == "LSWAPEDG0SE000888");
        Assert.True(run.IsSo("swaps", "completed"));
        run.RunUntil("fault", "vehicle-not-authorised");
    }

    [Fact]
    public void A_customer_who_arrives_at_a_cabinet_leaves_with_a_full_pack()
    {
        using ScenarioRun run = Station(Story.Cabinet);
        run.RunTo(1_000);
        run.Begin("arrive", ("charge", 0.07));
        run.RunUntil("vehicle", "standing");
        Assert.InRange(run.Cabinet.Customer.Brought.Pack.Soc, 0.06, 0.08);
    }

    [Theory]
    [InlineData("handbrake-off")]
    [InlineData("gear-in")]
    [InlineData("key-on")]
    public void A_driver_who_should_sit_still_unprepares_the_vehicle(string does)
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "gripping").RunFor(500);
        Action end = run.Begin("driver", ("does", does))!;
        run.RunUntil(() => run.RoleOf(1)!.Fault != Fault.None);
        Assert.False(run.IsSo("drive", "motion"));
        end();
        Assert.Equal(DriverMistake.None, run.World.Lane.Truck.Mistake);
    }

    [Fact]
    public void A_driver_who_drives_off_is_gone_and_the_swap_says_so()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "positioning");
        Assert.Null(run.Begin("drives-off"));
        run.RunUntil("vehicle", "gone").RunFor(5_000);
        Assert.True(run.IsSo("swaps", "any"));
        Assert.False(run.IsSo("swaps", "completed"));
    }

    [Fact]
    public void Relays_that_stick_keep_the_high_voltage_on()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunTo(1_000);
        Action end = run.Begin("relays-stick")!;
        run.RunUntil("vehicle", "standing").RunFor(20_000);
        Assert.InRange(run.World.Lane.Truck.BusVoltageV, 400, 700);
        Assert.False(run.IsSo("phase", "unlocking"));
        end();
        run.RunFor(5_000);
        Assert.InRange(run.World.Lane.Truck.BusVoltageV, 0, 60);
    }

    [Fact]
    public void A_driver_who_forgets_the_handbrake_remembers_it_later_and_the_swap_goes_on()
    {
        using ScenarioRun run = Station(Story.Truck, Soon with { Mistake = "forgets-handbrake" });
        run.RunUntil("vehicle", "standing").RunFor(30_000);
        Assert.False(run.World.Lane.Truck.HandbrakeOn);
        run.RunUntil("swaps", "completed");
    }

    private static void Press(ScenarioRun run, string button)
    {
        Action release = run.Begin("press", ("button", button))!;
        run.RunFor(500);
        release();
        run.RunFor(1_000);
    }
}
