namespace SwapEdge.Simulator;

/// <summary>Somebody who comes: a vehicle to a lane, or a customer to a cabinet.</summary>
public sealed record Arrival
{
    /// <summary>VIN, tag or card; null: the one of the story.</summary>
    public string? Vehicle { get; init; }

    public int Lane { get; init; } = 1;

    public long AtMs { get; init; }

    /// <summary>The station may serve it.</summary>
    public bool Known { get; init; } = true;

    /// <summary>The packs that it brings, position 1 first; null: as in the story.</summary>
    public IReadOnlyList<StoredPack>? Packs { get; init; }

    /// <summary>What the driver or customer does wrong, of <see cref="Mistakes"/>; empty: nothing.</summary>
    public string Mistake { get; init; } = "";

    public Place Place { get; init; } = Place.Nowhere;

    /// <summary>What can be done wrong at a lane, or at a cabinet.</summary>
    public static IReadOnlyList<string> Mistakes(StationPlan station)
    {
        ArgumentNullException.ThrowIfNull(station);
        return station.IsCabinet ? Choices.Of(CabinetMistake.None) : Choices.Of(DriverHabit.None);
    }
}
