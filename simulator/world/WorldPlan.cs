namespace SwapEdge.Simulator;

/// <summary>What a world is made of at the beginning of a run.</summary>
public sealed record WorldPlan
{
    /// <summary>Who comes in the demonstration.</summary>
    public const string DemonstrationVin = "LSWAPEDG0SE000028";

    /// <summary>Mean of the day.</summary>
    public double AmbientC { get; init; } = 18;

    public WeatherParameters Weather { get; init; } = WeatherParameters.Steady;

    /// <summary>Local time of day at which it begins.</summary>
    public long BeginsMs { get; init; } = 6 * 3_600_000;

    public PackParameters Pack { get; init; } = PackParameters.TruckLfp;

    public ChargerParameters Charger { get; init; } = ChargerParameters.Dc160;

    public HoistParameters Hoist { get; init; } = HoistParameters.TopLift;

    public LockParameters Lock { get; init; } = LockParameters.Bolt;

    /// <summary>Packs are swapped from below; null: by the hoist, from above.</summary>
    public PlatformParameters? Platform { get; init; }

    /// <summary>Who comes first, a vehicle for each lane; whatever the sign at the lane says.</summary>
    public required IReadOnlyList<VisitPlan> Visits { get; init; }

    /// <summary>Who comes when nobody says who; null: the first.</summary>
    public VisitPlan? Usual { get; init; }

    /// <summary>Who comes after them, in any order; each waits before its lane until that is free.</summary>
    public IReadOnlyList<VisitPlan> Later { get; init; } = [];

    /// <summary>What stands in each bay, bay 1 first; null for an empty one.</summary>
    public required IReadOnlyList<PackPlan?> Bays { get; init; }

    /// <summary>
    /// The truck of the demonstration: comes after a minute and a half with a nearly empty pack; one bay is empty, one
    /// pack full, two are charging.
    /// </summary>
    public static WorldPlan Demonstration(Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int serial = random.Between(1_000_000, 9_000_000);
        return new WorldPlan
        {
            Visits =
            [
                new VisitPlan(
                    new TruckPlan
                    {
                        Vin = DemonstrationVin,
                        ArrivesMs = 90_000 + random.Between(0, 5_000),
                        RollingInMs = 9_000 + random.Between(-1_500, 1_500),
                        KeyOffAfterMs = 6_000 + random.Between(-1_000, 1_000),
                    },
                    [new PackPlan(serial, random.Between(0.14, 0.22), random.Between(28.0, 33.0))]),
            ],
            Bays =
            [
                null,
                new PackPlan(serial + 11, 0.968, random.Between(22.0, 25.0)),
                new PackPlan(serial + 23, random.Between(0.59, 0.61), random.Between(24.0, 28.0)),
                new PackPlan(serial + 37, random.Between(0.84, 0.86), random.Between(25.0, 29.0)),
            ],
        };
    }

    /// <summary>The same with every vehicle's plan changed.</summary>
    public WorldPlan WithTruck(Func<TruckPlan, TruckPlan> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Visits = [.. Visits.Select(visit => visit with { Truck = change(visit.Truck) })] };
    }
}
