namespace SwapEdge.Simulator;

/// <summary>Who comes by chance, after the hours of a day.</summary>
public sealed record TrafficPlan
{
    /// <summary>Name of the data file; empty: the one of the station's kind.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Most that come; 0: no limit.</summary>
    public int Number { get; init; }

    /// <summary>How long they come; null: until the run's limit.</summary>
    public long? LastsMs { get; init; }

    /// <summary>To which lane; 0: where the queue is shortest.</summary>
    public int Lane { get; init; }

    /// <summary>Of who comes, alone; null: it follows from the seed of the run.</summary>
    public ulong? Seed { get; init; }

    public Place Place { get; init; } = Place.Nowhere;
}
