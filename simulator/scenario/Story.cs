using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A run that has a name: which vehicle comes, and the profile by which it is served.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="About">What it is, in a few words.</param>
/// <param name="Profile">Profile of the lane.</param>
/// <param name="World">What stands where, and who comes.</param>
public sealed record Story(string Name, string About, SwapProfile Profile, Func<Prng, WorldPlan> World)
{
    public static Story Truck { get; } = new(
        "truck", "a heavy truck, its pack lifted from above", TopLiftTruck.Profile(), WorldPlan.Demonstration);

    public static Story Tractor { get; } = new(
        "tractor", "a port tractor, packs kept in turnover", PortTractor.Profile(), WorldPlan.Demonstration);

    public static Story Cabinet { get; } = new(
        "cabinet", "a customer at a two-wheeler cabinet of eight doors", BatteryCabinet.Profile(), WorldPlan.Demonstration)
    {
        Builder = seed => new CabinetStation(seed),
    };

    public static IReadOnlyList<Story> All { get; } = [Truck, Tractor, Cabinet];

    /// <summary>Builds a station of another kind than a lane with bays; null: it is one, in that world.</summary>
    public Func<ulong, IStation>? Builder { get; private init; }

    /// <summary>The station of this story.</summary>
    public IStation Open(ulong seed) => Builder?.Invoke(seed) ?? new Station(seed, story: this);
}
