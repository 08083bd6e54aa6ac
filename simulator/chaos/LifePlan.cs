using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What chance has in store for one life, all drawn before it begins.</summary>
public sealed record LifePlan
{
    /// <summary>A vehicle that nobody has listed.</summary>
    public const string Stranger = "LSWAPEDG0SE999999";

    /// <summary>When the first vehicle is usually swapped: two mishaps of three begin then.</summary>
    private const int SwapFromMs = 28_000;
    private const int SwapToMs = 75_000;

    /// <summary>Time in which mishaps begin.</summary>
    public required int LastsMs { get; init; }

    public required Story Story { get; init; }

    public required WorldPlan World { get; init; }

    /// <summary>Changes a pack before it all begins: insulation, alarm. By its place, 0 the vehicle's.</summary>
    public required IReadOnlyList<(int Place, int InsulationKohm, int AlarmLevel)> Packs { get; init; }

    public required IReadOnlyList<LifeEvent> Events { get; init; }

    /// <summary>How long a held swap waits for somebody to come and confirm.</summary>
    public required int AttendantMs { get; init; }

    /// <summary>The truck comes a second time.</summary>
    public required bool Returns { get; init; }

    /// <summary>The city is away all through the life, until it ends.</summary>
    public required bool CityAway { get; init; }

    public required bool CityUnreliable { get; init; }

    public static LifePlan Of(Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int lastsMs = random.Between(90_000, 180_000);
        Story story = Story.Lanes[random.Between(0, Story.Lanes.Count - 1)];
        return new LifePlan
        {
            LastsMs = lastsMs,
            Story = story,
            World = Arranged(random, story),
            Packs = [.. Enumerable.Range(0, 4).Select(place => Flaw(place, random))],
            Events = DrawEvents(random, lastsMs),
            AttendantMs = random.Between(2_000, 20_000),
            Returns = random.Between(0, 2) == 0,
            CityAway = random.Between(0, 4) == 0,
            CityUnreliable = random.Between(0, 1) == 0,
        };
    }

    private static WorldPlan Arranged(Prng random, Story story)
    {
        WorldPlan plan = story.World(random.Fork());
        bool stranger = random.Between(0, 29) == 0;
        int serial = random.Between(1_000_000, 9_000_000);
        return plan with
        {
            Hoist = FastHoist,
            Truck = plan.Truck with
            {
                Vin = stranger && story.Profile.IdentityByVin ? Stranger : plan.Truck.Vin,
                Tag = stranger && !story.Profile.IdentityByVin ? Stranger : plan.Truck.Tag,
                ArrivesMs = random.Between(20_000, 30_000),
                RollingInMs = random.Between(1_500, 4_000),
                HandbrakeAfterMs = random.Between(500, 3_000),
                NeutralAfterMs = random.Between(500, 3_000),
                KeyOffAfterMs = random.Between(1_000, 4_000),
                StartsAfterMs = 1_000,
                StartingMs = 2_000,
                RollingOutMs = 3_000,
            },
            OnTruck = new PackPlan(serial, random.Between(0.1, 0.4), Temperature(random)),
            Bays =
            [
                random.Between(0, 19) == 0 ? new PackPlan(serial + 7, 0.5, 25) : null,
                new PackPlan(serial + 11, random.Between(0, 9) == 0 ? 0.55 : 0.968, Temperature(random)),
                new PackPlan(serial + 23, random.Between(0, 2) == 0 ? 0.7 : 0.966, Temperature(random)),
            ],
        };
    }

    /// <summary>Five times as fast as the real one: a life is about what happens, not about waiting.</summary>
    private static HoistParameters FastHoist { get; } = new()
    {
        TravelMPerS = 2.4,
        EmptyMPerS = 1.2,
        LoadedMPerS = 0.9,
        CreepMPerS = 0.25,
        PressMPerS = 0.04,
        TongueSeconds = 0.6,
    };

    private static double Temperature(Prng random) =>
        random.Between(0, 24) == 0 ? 58 : random.Between(18.0, 34.0);

    private static (int Place, int InsulationKohm, int AlarmLevel) Flaw(int place, Prng random) => (
        place,
        random.Between(0, 29) == 0 ? 30 : random.Between(2_500, 6_000),
        random.Between(0, 29) == 0 ? random.Between(1, 3) : 0);

    private static List<LifeEvent> DrawEvents(Prng random, int lastsMs)
    {
        int count = random.Between(0, 10);
        List<LifeEvent> events = [];
        for (int i = 0; i < count; i++)
        {
            Mishap mishap = Mishap.All[random.Between(0, Mishap.All.Count - 1)];
            bool inSwap = random.Between(0, 2) > 0;
            int atMs = inSwap ? random.Between(SwapFromMs, SwapToMs) : random.Between(5_000, lastsMs);
            int untilMs = atMs + random.Between(mishap.ShortestMs, mishap.LongestMs);
            events.Add(new LifeEvent(mishap, atMs, untilMs, (int)(random.Next() & 0xFFFF)));
        }

        return events;
    }
}
