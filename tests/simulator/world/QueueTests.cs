using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>Several vehicles, or customers, one after another.</summary>
public sealed class QueueTests
{
    private const string First = "LSWAPEDG0SE000001";
    private const string Second = "LSWAPEDG0SE000002";
    private const string Third = "LSWAPEDG0SE000003";

    [Fact]
    public void Vehicles_are_served_in_the_order_in_which_they_came_each_with_a_pack_of_its_own()
    {
        World world = new(Plan(Visit(First, 5_000, 1), Visit(Third, 9_000, 3), Visit(Second, 7_000, 2)), new Prng(1));
        Serve(world, 400_000);
        Visit[] visits = [.. world.Forecourt.Visits];
        Assert.Equal([First, Second, Third], visits.Select(visit => visit.Vin));
        Assert.Equal([1u, 2u, 3u], visits.Select(visit => visit.Brought[0]!.Identity.Serial));
        Assert.True(world.Forecourt.Empty);
        Assert.Equal(2, world.Forecourt.LongestQueue);
    }

    [Fact]
    public void Nobody_rolls_in_before_the_lane_is_free()
    {
        World world = new(Plan(Visit(First, 5_000, 1), Visit(Second, 7_000, 2)), new Prng(1));
        Serve(world, 300_000);
        Visit[] visits = [.. world.Forecourt.Visits];
        Assert.True(visits[1].EnteredMs > visits[0].LeftMs);
        Assert.Equal(7_000, visits[1].CameMs);
        Assert.Equal(visits[1].EnteredMs - 7_000, visits[1].WaitedMs);
        Assert.InRange(visits[0].WaitedMs, 0, World.StepMs);
    }

    [Fact]
    public void Nobody_follows_into_a_lane_that_says_closed_or_whose_hoist_holds_a_pack()
    {
        World world = new(Plan(Visit(First, 5_000, 1), Visit(Second, 7_000, 2)), new Prng(1));
        Run(world, () => world.Lane.Truck.Stage == TruckStage.Standing, Drive.None);
        Run(world, () => world.Lane.Truck.Stage == TruckStage.Gone, Drive.ReleaseVehicle);
        RunFor(world, 60_000, Drive.ShowClosed);
        Assert.Equal(TruckStage.Gone, world.Lane.Truck.Stage);
        Run(world, () => world.Lane.Hoist.Held is not null, Drive.Grip);
        RunFor(world, 60_000, Drive.None);
        Assert.Equal(TruckStage.Gone, world.Lane.Truck.Stage);
        Assert.Equal(1, world.Forecourt.Waiting(1));
        Run(world, () => world.Lane.Hoist.Raised, Drive.Withdraw);
        Run(world, () => world.Lane.Truck.Vin == Second, Drive.None);
    }

    [Fact]
    public void Who_comes_earlier_than_the_first_goes_before_it()
    {
        World world = new(Plan(Visit(First, 200_000, 1), Visit(Second, 7_000, 2)), new Prng(1));
        Serve(world, 400_000);
        Assert.Equal([Second, First], world.Forecourt.Visits.Select(visit => visit.Vin));
        Assert.InRange(world.Forecourt.Visits[1].EnteredMs, 200_000, 200_000 + World.StepMs);
        Assert.Equal(1u, world.Forecourt.Visits[1].Brought[0]!.Identity.Serial);
    }

    [Fact]
    public void Who_has_no_wish_goes_where_the_queue_is_shortest()
    {
        WorldPlan plan = Plan(Visit(First, 5_000, 1)) with
        {
            Visits = [Visit(First, 5_000, 1), Visit(Second, TruckPlan.Never, 2)],
            Later = [Visit(Third, 60_000, 3) with { Lane = 0 }],
        };
        World world = new(plan, new Prng(1));
        RunFor(world, 80_000, Drive.None);
        Assert.Equal(TruckStage.Standing, world.Lanes[0].Truck.Stage);
        Assert.Equal(Third, world.Lanes[1].Truck.Vin);
    }

    [Fact]
    public void What_was_wrong_with_a_vehicle_leaves_with_it()
    {
        World world = new(Plan(Visit(First, 5_000, 1), Visit(Second, 7_000, 2)), new Prng(1));
        Run(world, () => world.Lane.Truck.Stage == TruckStage.Standing, Drive.None);
        world.Lane.Truck.Lock.Points[0].Jammed = true;
        world.Lane.Truck.Connector.Loose = true;
        Run(world, () => world.Lane.Truck.Vin == Second, Drive.ReleaseVehicle);
        Assert.False(world.Lane.Truck.Lock.Points[0].Jammed);
        Assert.True(world.Lane.Truck.Connector.Mated);
        Assert.Equal(0.3, world.Lane.Truck.Seat.Pack!.Soc, 3);
    }

    [Fact]
    public void Two_trucks_one_after_another_are_both_swapped_by_the_firmware()
    {
        Story twice = Story.Truck with
        {
            World = random =>
            {
                WorldPlan plan = WorldPlan.Demonstration(random);
                VisitPlan first = plan.Visits[0];
                VisitPlan again = first with
                {
                    Truck = first.Truck with { ArrivesMs = first.Truck.ArrivesMs + 60_000 },
                    Packs = [new PackPlan(1_234_567, 0.2, 30)],
                };
                return plan with { Later = [again], Bays = [null, Full(11), Full(12), Full(13)] };
            },
        };
        using Station station = new(5, story: twice);
        for (int pass = 0; !station.World.Forecourt.Empty; pass++)
        {
            Assert.True(pass < 20_000, $"stays {station.Phase}, {station.Fault}");
            station.Pass();
        }

        Visit[] visits = [.. station.World.Forecourt.Visits];
        Assert.Equal(2, visits.Count(visit => visit.Swapped));
        Assert.All(visits, visit => Assert.InRange(visit.SwapMs, 180_000, 360_000));
        Assert.InRange(visits[1].WaitedMs, 180_000, 360_000);
    }

    [Fact]
    public void Customers_of_a_cabinet_come_one_after_another()
    {
        CabinetPlan plan = CabinetPlan.Demonstration(new Prng(2)) with
        {
            Later =
            [
                new CustomerPlan("CARD-0003", 40_000, new PackPlan(3, 0.1, 25)),
                new CustomerPlan("CARD-0002", 36_000, new PackPlan(2, 0.1, 25)),
            ],
        };
        CabinetWorld world = new(plan, new Prng(2));
        while (world.NowMs < 120_000)
        {
            world.Drives = Drive.ReleaseVehicle;
            world.Step();
        }

        Assert.Equal([plan.Card, "CARD-0002", "CARD-0003"], world.Visits.Select(visit => visit.Card));
        Assert.Equal([plan.ArrivesMs, 36_000, 40_000], world.Visits.Select(visit => visit.CameMs));
        Assert.True(world.Visits[1].BeganMs > world.Visits[0].LeftMs && world.Visits[2].LeftMs > 0);
        Assert.Equal(0, world.Coming);
    }

    private static PackPlan Full(int serial) => new(serial, 0.968, 25);

    private static WorldPlan Plan(VisitPlan first, params VisitPlan[] later) =>
        new() { Visits = [first], Later = later, Bays = [null] };

    private static VisitPlan Visit(string vin, long atMs, int serial) =>
        new(new TruckPlan { Vin = vin, ArrivesMs = atMs }, [new PackPlan(serial, 0.3, 20)]);

    /// <summary>Every vehicle that stands is told to go.</summary>
    private static void Serve(World world, int forMs) => RunFor(world, forMs, Drive.ReleaseVehicle);

    private static void RunFor(World world, int forMs, Drive drives)
    {
        long endMs = world.NowMs + forMs;
        while (world.NowMs < endMs)
        {
            world.Lane.Drives = world.Lane.Truck.Present || drives != Drive.ReleaseVehicle ? drives : Drive.None;
            world.Step();
        }
    }

    private static void Run(World world, Func<bool> done, Drive drives)
    {
        for (int step = 0; !done(); step++)
        {
            Assert.True(step < 40_000, "did not happen");
            world.Lane.Drives = drives;
            world.Step();
        }
    }
}
