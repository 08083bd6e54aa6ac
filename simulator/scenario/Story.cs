using SwapEdge.Firmware;

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

    public static Story Cabinet { get; } = new(
        "cabinet", "a customer at a two-wheeler cabinet of eight doors", BatteryCabinet.Profile(),
        WorldPlan.Demonstration)
    {
        Builder = seed => new CabinetStation(seed),
    };

    public static Story Loader { get; } = new(
        "loader", "a wheel loader in a mine with four lock points and a tag instead of a VIN", WheelLoader.Profile(),
        random => Vehicle(random, WheelLoader.Profile(), Tag));

    public static IReadOnlyList<Story> All { get; } = [Truck, Tractor, Loader, Cabinet];

    /// <summary>Those with a lane.</summary>
    public static IReadOnlyList<Story> Lanes { get; } = [Truck, Tractor, Loader];

    /// <summary>Builds a station of another kind than a lane with bays; null: it is one, in that world.</summary>
    public Func<ulong, IStation>? Builder { get; private init; }

    /// <summary>The station of this story.</summary>
    public IStation Open(ulong seed) => Builder?.Invoke(seed) ?? new Station(seed, story: this);

    /// <summary>The identity of the vehicle that may be served.</summary>
    public string KnownVehicle => Profile.IdentityByVin ? WorldPlan.DemonstrationVin : Tag;

    private static WorldPlan Vehicle(Prng random, SwapProfile profile, string tag)
    {
        WorldPlan plan = WorldPlan.Demonstration(random);
        return plan with { Truck = plan.Truck with { LockPoints = profile.LockPoints, Tag = tag } };
    }
}
