using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>The ground before the lanes: who waits, who goes, and what is noted of it.</summary>
public sealed class ForecourtTests
{
    private const string First = "LSWAPEDG0SE000001";
    private const string Second = "LSWAPEDG0SE000002";
    private const string Third = "LSWAPEDG0SE000003";

    [Fact]
    public void The_next_one_rolls_four_seconds_after_the_last_one_has_left()
    {
        World world = new(Plan(Visit(First, 5_000), Visit(Second, 6_000)), new Prng(1));
        Serve(world, 120_000);
        Visit[] visits = [.. world.Forecourt.Visits];
        Assert.InRange(visits[1].EnteredMs - visits[0].LeftMs, 4_000 - World.StepMs, 4_000 + World.StepMs);
    }

    [Fact]
    public void A_visit_has_its_times_in_order_and_the_packs_it_came_and_left_with()
    {
        World world = new(Plan(Visit(First, 5_000)), new Prng(1));
        Serve(world, 120_000);
        Visit visit = Assert.Single(world.Forecourt.Visits);
        Assert.Equal(5_000, visit.CameMs);
        Assert.Equal(9_000, visit.StoodMs - visit.EnteredMs);
        Assert.InRange(visit.StartedMs - visit.StoodMs, 1, 10); // told to go while it rolled in
        Assert.Equal(visit.SwapMs, visit.StartedMs - visit.StoodMs);
        Assert.Equal(5_000 + 8_000, visit.LeftMs - visit.StartedMs, 100.0);
        Assert.Same(visit.Brought[0], visit.Took[0]);
        Assert.False(visit.Swapped);
    }

    [Fact]
    public void While_somebody_is_there_a_visit_has_no_end()
    {
        World world = new(Plan(Visit(First, 5_000)), new Prng(1));
        Run(world, 30_000, Drive.None);
        Visit visit = Assert.Single(world.Forecourt.Visits);
        Assert.True(visit.StoodMs > 0);
        Assert.Equal((-1, -1, -1), (visit.StartedMs, visit.LeftMs, visit.SwapMs));
        Assert.Equal((0, false, false), (world.Forecourt.Waiting(1), world.Forecourt.Empty, visit.Swapped));
    }

    [Theory]
    [InlineData(Drive.ShowClosed)]
    [InlineData(Drive.SoundAlarm)]
    [InlineData(Drive.Withdraw)]
    public void Nobody_rolls_in_while_sign_or_horn_say_no_or_something_moves(Drive drives)
    {
        World world = new(Plan(Visit(First, TruckPlan.Never), Visit(Second, 1_000), Visit(Third, 2_000)), new Prng(1));
        Run(world, 20_000, drives);
        Assert.Equal((2, 2, 0), (
            world.Forecourt.Waiting(1), world.Forecourt.LongestQueue, world.Forecourt.Visits.Count));
        Run(world, 1_000, Drive.None);
        Assert.Equal(Second, Assert.Single(world.Forecourt.Visits).Vin);
        Assert.Equal(1, world.Forecourt.Waiting(1));
    }

    [Fact]
    public void Who_stands_in_a_lane_counts_for_its_queue_and_the_first_lane_is_taken_when_both_are_alike()
    {
        WorldPlan plan = Plan(Visit(First, TruckPlan.Never)) with
        {
            Visits = [Visit(First, TruckPlan.Never), Visit(First, TruckPlan.Never)],
            Later =
            [
                Visit(First, 1_000) with { Lane = 0 }, Visit(Second, 2_000) with { Lane = 0 },
                Visit(Third, 3_000) with { Lane = 0 },
            ],
        };
        World world = new(plan, new Prng(1));
        Run(world, 20_000, Drive.None);
        Assert.Equal((First, Second), (world.Lanes[0].Truck.Vin, world.Lanes[1].Truck.Vin));
        Assert.Equal((1, 0), (world.Forecourt.Waiting(1), world.Forecourt.Waiting(2)));
    }

    [Fact]
    public void Who_wants_a_lane_that_is_not_there_is_refused()
    {
        World world = new(Plan(Visit(First, 1_000)), new Prng(1));
        Assert.Throws<ArgumentException>(() => world.Expect(Visit(Second, 2_000) with { Lane = 2 }));
    }

    [Fact]
    public void Draws_of_a_spread_have_its_mean_and_deviation_and_never_leave_its_limits()
    {
        Prng random = new(3);
        Spread wide = new(10, 2, 0, 20);
        Spread tight = new(10, 2, 9, 12);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => wide.Draw(random))];
        double mean = draws.Average();
        Assert.InRange(mean, 9.95, 10.05);
        Assert.InRange(Math.Sqrt(draws.Sum(one => (one - mean) * (one - mean)) / draws.Length), 1.95, 2.05);
        double[] cut = [.. Enumerable.Range(0, 2_000).Select(_ => tight.Draw(random))];
        Assert.Equal((9.0, 12.0), (cut.Min(), cut.Max()));
    }

    [Fact]
    public void The_air_goes_straight_from_hour_to_hour_and_to_its_new_mean()
    {
        double[] day = new double[24];
        (day[6], day[7], day[8]) = (-1, 0.5, 0.5);
        WeatherParameters shape = WeatherParameters.Steady with { SwingK = 10, OverTheDay = day };
        Weather weather = new(shape, 20, 6 * 3_600_000);
        Assert.Equal(10, weather.At(0), 9);
        Assert.Equal(17.5, weather.At(1_800_000), 9);
        Assert.Equal(25, weather.At(3_600_000 + 900_000), 9);
        weather.Turn(0, 3_600_000, 1_800_000);
        Assert.Equal(15, weather.At(3_600_000 + 900_000), 9);
        Assert.Equal(5, weather.At(3_600_000 + 1_800_000), 9);
    }

    [Fact]
    public void A_door_charger_keeps_to_its_current_power_and_voltage_and_ramps()
    {
        Assert.Equal(15, Steady(ChargerParameters.Door), 6);
        Assert.Equal(4, Steady(ChargerParameters.Door with { MaxCurrentA = 4 }), 6);
        Assert.InRange(Steady(ChargerParameters.Door with { MaxPowerW = 200 }), 3.5, 3.95);
        Assert.Equal(0, Steady(ChargerParameters.Door with { MaxVoltageV = 40 }), 6);
        Assert.Equal(0, Steady(ChargerParameters.Door with { MinVoltageV = 58 }), 6);
        CabinetDoorway door = Doorway(ChargerParameters.Door with { RampAPerS = 1 });
        Move(door, 300 + 2_000);
        Assert.InRange(door.CurrentA, 1.9, 2.1);
        door.ChargePermitted = false;
        Move(door, 200);
        Assert.Equal(0, door.CurrentA);
    }

    private static double Steady(ChargerParameters charger)
    {
        CabinetDoorway door = Doorway(charger);
        Move(door, 5_000);
        return door.CurrentA;
    }

    private static CabinetDoorway Doorway(ChargerParameters charger) => new(1, charger)
    {
        Pack = new CabinetPack(
            new Pack(PackIdentity.Numbered(1), PackParameters.TwoWheeler, 0.5, 25, new Prng(1)), "x"),
        Depth = 1,
        ChargePermitted = true,
    };

    private static void Move(CabinetDoorway door, int forMs)
    {
        for (int passed = 0; passed < forMs; passed += World.StepMs)
        {
            door.Advance(World.StepMs, 20);
        }
    }

    private static WorldPlan Plan(VisitPlan first, params VisitPlan[] later) =>
        new() { Visits = [first], Later = later, Bays = [null] };

    private static VisitPlan Visit(string vin, long atMs) =>
        new(new TruckPlan { Vin = vin, ArrivesMs = atMs }, [new PackPlan(vin[^1] - '0', 0.3, 20)]);

    private static void Serve(World world, int forMs)
    {
        for (long endMs = world.NowMs + forMs; world.NowMs < endMs;)
        {
            world.Lane.Drives = world.Lane.Truck.Present ? Drive.ReleaseVehicle : Drive.None;
            world.Step();
        }
    }

    private static void Run(World world, int forMs, Drive drives)
    {
        for (long endMs = world.NowMs + forMs; world.NowMs < endMs;)
        {
            world.Lane.Drives = drives;
            world.Step();
        }
    }
}
