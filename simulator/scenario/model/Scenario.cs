namespace SwapEdge.Simulator;

/// <summary>A story with a claim: a station, who comes, what goes wrong, and what is expected.</summary>
public sealed record Scenario
{
    /// <summary>How long it may last in virtual time where nothing is said.</summary>
    public const long UsualLimitMs = 30 * 60_000;

    /// <summary>The file's name without its ending.</summary>
    public required string Name { get; init; }

    public string Path { get; init; } = "";

    /// <summary>What happens, in words.</summary>
    public string Story { get; init; } = "";

    /// <summary>What it shows, in words.</summary>
    public string Claim { get; init; } = "";

    public StationPlan Station { get; init; } = new();

    /// <summary>Who comes; null: who comes in the story of the station's kind.</summary>
    public IReadOnlyList<Arrival>? Arrivals { get; init; }

    /// <summary>Who comes by chance, instead of <see cref="Arrivals"/>; null: nobody.</summary>
    public TrafficPlan? Traffic { get; init; }

    public IReadOnlyList<Happening> Happens { get; init; } = [];

    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>
    /// When it is over; null: everybody expected has come and gone, all is idle, and the city has every event.
    /// </summary>
    public ConditionPlan? Until { get; init; }

    /// <summary>How long it may last in virtual time; longer is a failure.</summary>
    public long LimitMs { get; init; } = UsualLimitMs;
}
