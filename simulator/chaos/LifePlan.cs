using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What chance has in store for one life, all drawn before it begins.</summary>
public sealed record LifePlan
{
    /// <summary>A vehicle that nobody has listed.</summary>
    public const string Stranger = "LSWAPEDG0SE999999";

    /// <summary>Civil time at which a life begins, by every clock that is right.</summary>
    public static readonly long StartUtcMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>A mishap in a phase begins within this time of it.</summary>
    private const int InPhaseMs = 2_500;

    private const int FirstMs = 5_000;
    private const int SwapLastsMs = 47_000;

    private static readonly Phase[] Phases =
    [
        Phase.Preparing, Phase.Choosing, Phase.Gripping, Phase.Unlocking, Phase.Unlocking, Phase.Lifting, Phase.Stowing,
        Phase.Fetching, Phase.Placing, Phase.Mating, Phase.Locking, Phase.Locking, Phase.Verifying, Phase.Withdrawing,
        Phase.Releasing, Phase.Maintenance,
    ];

    /// <summary>Time in which mishaps begin.</summary>
    public required int LastsMs { get; init; }

    public required Story Story { get; init; }

    /// <summary>Number of the bay for packs that are kept apart, 0 for none.</summary>
    public int IsolationBay { get; init; }

    public required WorldPlan World { get; init; }

    /// <summary>Changes a pack before it all begins: insulation, alarm. By its place, 0 the vehicle's.</summary>
    public required IReadOnlyList<(int Place, int InsulationKohm, int AlarmLevel)> Packs { get; init; }

    public required IReadOnlyList<LifeEvent<LifeStation>> Events { get; init; }

    /// <summary>How long a held swap waits for somebody to come and confirm.</summary>
    public required int AttendantMs { get; init; }

    /// <summary>The truck comes a second time.</summary>
    public required bool Returns { get; init; }

    /// <summary>The city is away all through the life, until it ends.</summary>
    public required bool CityAway { get; init; }

    public required bool CityUnreliable { get; init; }

    /// <summary>A life of a station with lanes.</summary>
    public static LifePlan Of(LifeKind kind, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int swaps = kind == LifeKind.SeveralPacks ? 3 : 1;
        int lastsMs = random.Between(90_000, 180_000) + ((swaps - 1) * SwapLastsMs);
        Story story = kind switch
        {
            LifeKind.Car => Story.Car,
            LifeKind.SeveralPacks => Story.Truck3,
            _ => Story.Tops[random.Between(0, Story.Tops.Count - 1)],
        };
        WorldPlan world = Arranged(kind, random, story);
        bool isolates = random.Between(0, 2) == 0;
        return new LifePlan
        {
            LastsMs = lastsMs,
            Story = story,
            World = isolates ? world with { Bays = [.. world.Bays, null] } : world,
            IsolationBay = isolates ? world.Bays.Count + 1 : 0,
            Packs = [.. Enumerable.Range(0, 4).Select(place => Flaw(place, random))],
            Events = Draw(LaneMishaps.All, Phases, random, lastsMs),
            AttendantMs = random.Between(2_000, 20_000),
            Returns = random.Between(0, 2) == 0,
            CityAway = random.Between(0, 4) == 0,
            CityUnreliable = random.Between(0, 1) == 0,
        };
    }

    /// <summary>Up to ten mishaps: half of them in a phase that is drawn, the others at any time.</summary>
    internal static List<LifeEvent<T>> Draw<T>(
        IReadOnlyList<Mishap<T>> from, IReadOnlyList<Phase> phases, Prng random, int lastsMs)
    {
        int count = random.Between(0, 10);
        List<LifeEvent<T>> events = [];
        for (int i = 0; i < count; i++)
        {
            Mishap<T> mishap = from[random.Between(0, from.Count - 1)];
            bool inPhase = random.Between(0, 1) == 0;
            events.Add(new LifeEvent<T>(
                mishap,
                inPhase ? random.Between(0, InPhaseMs) : random.Between(FirstMs, lastsMs),
                random.Between(mishap.ShortestMs, mishap.LongestMs),
                (int)(random.Next() & 0xFFFF),
                inPhase ? phases[random.Between(0, phases.Count - 1)] : null));
        }

        return events;
    }

    private static WorldPlan Arranged(LifeKind kind, Prng random, Story story)
    {
        WorldPlan plan = story.World(random.Fork());
        bool stranger = random.Between(0, 9) == 0;
        int serial = random.Between(1_000_000, 9_000_000);
        int packs = plan.Visits[0].Packs.Count;
        VisitPlan visit = new(
            Hurried(plan.Visits[0].Truck, stranger, story, random),
            [.. Enumerable.Range(0, packs).Select(place => Empty(serial + place, random))]);
        bool two = kind == LifeKind.TwoLanes;
        return plan with
        {
            Hoist = FastHoist,
            Platform = plan.Platform is null ? null : FastPlatform,
            Visits = two ? [visit, Other(visit.Truck, plan.Visits[0].Truck, serial + 5, story, random)] : [visit],
            Bays =
            [
                random.Between(0, 19) == 0 ? new PackPlan(serial + 7, 0.5, 25) : null,
                new PackPlan(serial + 11, random.Between(0, 9) == 0 ? 0.55 : 0.968, Temperature(random)),
                new PackPlan(serial + 23, random.Between(0, 2) == 0 ? 0.7 : 0.966, Temperature(random)),
                .. packs > 1 ? [new PackPlan(serial + 31, 0.967, Temperature(random))] : Array.Empty<PackPlan?>(),
            ],
        };
    }

    /// <summary>Who comes to the other lane; every second time at the same moment as the first.</summary>
    private static VisitPlan Other(TruckPlan first, TruckPlan truck, int serial, Story story, Prng random) =>
        new(random.Between(0, 1) == 0 ? first : Hurried(truck, false, story, random), [Empty(serial, random)]);

    private static TruckPlan Hurried(TruckPlan truck, bool stranger, Story story, Prng random) => truck with
    {
        Vin = stranger && story.Profile.IdentityByVin ? Stranger : truck.Vin,
        Tag = stranger && !story.Profile.IdentityByVin ? Stranger : truck.Tag,
        ArrivesMs = random.Between(20_000, 30_000),
        RollingInMs = random.Between(1_500, 4_000),
        HandbrakeAfterMs = random.Between(500, 3_000),
        NeutralAfterMs = random.Between(500, 3_000),
        KeyOffAfterMs = random.Between(1_000, 4_000),
        StartsAfterMs = 1_000,
        StartingMs = 2_000,
        RollingOutMs = 3_000,
    };

    /// <summary>Five times as fast as the real one: a life is about what happens, not about waiting.</summary>
    private static HoistParameters FastHoist { get; } = HoistParameters.TopLift with
    {
        TravelMPerS = 2.4,
        EmptyMPerS = 1.2,
        LoadedMPerS = 0.9,
        CreepMPerS = 0.25,
        PressMPerS = 0.04,
        TongueSeconds = 0.6,
    };

    private static PlatformParameters FastPlatform { get; } = PlatformParameters.BottomSwap with
    {
        RailMPerS = 3.2,
        LiftMPerS = 0.45,
        CreepMPerS = 0.15,
        PressMPerS = 0.04,
        ForkMPerS = 1.2,
        ClawSeconds = 0.4,
    };

    private static PackPlan Empty(int serial, Prng random) =>
        new(serial, random.Between(0.1, 0.4), Temperature(random));

    private static double Temperature(Prng random) =>
        random.Between(0, 24) == 0 ? 58 : random.Between(18.0, 34.0);

    private static (int Place, int InsulationKohm, int AlarmLevel) Flaw(int place, Prng random) => (
        place,
        random.Between(0, 19) == 0 ? 30 : random.Between(2_500, 6_000),
        random.Between(0, 19) == 0 ? random.Between(1, 3) : 0);
}
