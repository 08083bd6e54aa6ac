using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What a cabinet is at the beginning of a run, and who comes.</summary>
public sealed record CabinetPlan
{
    /// <summary>Mean of the day.</summary>
    public double AmbientC { get; init; } = 24;

    public WeatherParameters Weather { get; init; } = WeatherParameters.Steady;

    /// <summary>Local time of day at which it begins.</summary>
    public long BeginsMs { get; init; } = 6 * 3_600_000;

    public PackParameters Pack { get; init; } = PackParameters.TwoWheeler;

    public ChargerParameters Charger { get; init; } = ChargerParameters.Door;

    /// <summary>Card that the customer shows.</summary>
    public required string Card { get; init; }

    public required long ArrivesMs { get; init; }

    /// <summary>The pack that the customer brings.</summary>
    public required PackPlan Brought { get; init; }

    public CabinetMistake Mistake { get; init; }

    /// <summary>Who comes after the first, in any order; each waits until the one before has gone.</summary>
    public IReadOnlyList<CustomerPlan> Later { get; init; } = [];

    /// <summary>What stands behind each door, door 1 first; null for an empty one.</summary>
    public required IReadOnlyList<PackPlan?> Doors { get; init; }

    /// <summary>The same with another customer.</summary>
    public CabinetPlan For(CustomerPlan customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return this with
        {
            Card = customer.Card,
            ArrivesMs = customer.ArrivesMs,
            Brought = customer.Brought,
            Mistake = customer.Mistake,
        };
    }

    /// <summary>Eight doors: one empty, one with a full pack, the others charging.</summary>
    public static CabinetPlan Demonstration(Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int serial = random.Between(1_000_000, 9_000_000);
        int empty = random.Between(0, 7);
        int full = (empty + random.Between(1, 7)) % 8;
        return new CabinetPlan
        {
            Card = Invariant($"CARD-{random.Between(1000, 9999)}"),
            ArrivesMs = 30_000 + random.Between(0, 5_000),
            Brought = new PackPlan(serial, random.Between(0.06, 0.18), random.Between(26.0, 36.0)),
            Doors = [.. Enumerable.Range(0, 8).Select(door => door == empty ? null : new PackPlan(
                serial + 1 + door,
                door == full ? random.Between(0.95, 0.99) : random.Between(0.30, 0.94),
                random.Between(23.0, 29.0)))],
        };
    }
}
