using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A run that has a name: which vehicle comes, and the profile by which it is served.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="About">What it is, in a few words.</param>
/// <param name="Profile">Profile of the lane.</param>
/// <param name="World">What stands where, and who comes.</param>
public sealed record Story(string Name, string About, SwapProfile Profile, Func<Prng, WorldPlan> World)
{
    private const string Tag = "loader-7";

    public static Story Truck { get; } = new(
        "truck", "a heavy truck, its pack lifted from above", TopLiftTruck.Profile(), WorldPlan.Demonstration);

    public static Story Tractor { get; } = new(
        "tractor", "a port tractor with two lock points, packs kept in turnover", PortTractor.Profile(),
        random => Vehicle(random, PortTractor.Profile(), ""));

    public static Story Truck3 { get; } = new(
        "truck-3", "a heavy truck with three packs in a row, swapped one after another", TopLiftTruck.WithPacks(3),
        WithThree);

    public static Story Car { get; } = new(
        "car", "a car whose pack hangs on ten bolts below it, swapped by a platform on a rail", BottomSwapCar.Profile(),
        Below)
    {
        Kind = "car",
    };

    public static Story Cabinet { get; } = new(
        "cabinet", "a customer at a two-wheeler cabinet of eight doors", BatteryCabinet.Profile(),
        WorldPlan.Demonstration)
    {
        Kinds = [NodeKind.Cabinet],
    };

    public static Story Loader { get; } = new(
        "loader", "a wheel loader in a mine with four lock points and a tag instead of a VIN", WheelLoader.Profile(),
        random => Vehicle(random, WheelLoader.Profile(), Tag));

    public static IReadOnlyList<Story> All { get; } = [Truck, Truck3, Tractor, Loader, Car, Cabinet];

    /// <summary>Those in which a hoist lifts the one pack of a vehicle.</summary>
    public static IReadOnlyList<Story> Tops { get; } = [Truck, Tractor, Loader];

    /// <summary>Kind of station, in a word.</summary>
    public string Kind { get; private init; } = "truck";

    /// <summary>Kinds of node in it.</summary>
    public IReadOnlyList<NodeKind> Kinds { get; private init; } = [NodeKind.Lane, NodeKind.Bays];

    /// <summary>The station of this story, its nodes on boards or not.</summary>
    public IStation Open(ulong seed, BoardChoice boards) =>
        Stations.Open(seed, new StationPlan { Kind = this, Boards = boards }, new StationOptions());

    /// <summary>The identity of the vehicle that may be served.</summary>
    public string KnownVehicle => Profile.IdentityByVin ? WorldPlan.DemonstrationVin : Tag;

    private static WorldPlan Vehicle(Prng random, SwapProfile profile, string tag)
    {
        WorldPlan plan = WorldPlan.Demonstration(random);
        return plan.WithTruck(truck => truck with { LockPoints = profile.LockPoints, Tag = tag });
    }

    /// <summary>Three packs nearly empty; three bays of four have a full one.</summary>
    private static WorldPlan WithThree(Prng random)
    {
        WorldPlan plan = WorldPlan.Demonstration(random);
        VisitPlan visit = plan.Visits[0];
        int serial = visit.Packs[0].Serial;
        return plan with
        {
            Visits =
            [
                visit with
                {
                    Packs =
                    [
                        visit.Packs[0],
                        new PackPlan(serial + 1, random.Between(0.14, 0.22), random.Between(28.0, 33.0)),
                        new PackPlan(serial + 2, random.Between(0.14, 0.22), random.Between(28.0, 33.0)),
                    ],
                },
            ],
            Bays = [.. plan.Bays.Select(bay => bay is null ? null : bay with { Soc = random.Between(0.962, 0.969) })],
        };
    }

    /// <summary>The bays of the demonstration with car packs, a platform, and a car that says no lock frame.</summary>
    private static WorldPlan Below(Prng random)
    {
        WorldPlan plan = Vehicle(random, BottomSwapCar.Profile(), "") with
        {
            Pack = PackParameters.CarLfp,
            Charger = ChargerParameters.Dc80,
            Platform = PlatformParameters.BottomSwap,
        };
        return plan.WithTruck(car => car with { SaysLock = false, RollingInMs = car.RollingInMs / 2 });
    }
}
