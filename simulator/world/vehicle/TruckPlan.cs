namespace SwapEdge.Simulator;

/// <summary>When a truck comes, who it is, and how its driver behaves. Times in milliseconds.</summary>
public sealed record TruckPlan
{
    /// <summary>A time for <see cref="ArrivesMs"/> of a vehicle that does not come.</summary>
    public const long Never = long.MaxValue;

    public required string Vin { get; init; }

    /// <summary>What a reader beside the lane reads of it; empty: it carries no tag.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Points of each lock, 1 to 16.</summary>
    public int LockPoints { get; init; } = 1;

    /// <summary>How often its lock has travelled in its life.</summary>
    public int LockMoves { get; init; }

    /// <summary>Its swap controller says lock and connector on the bus; otherwise only inputs of the lane do.</summary>
    public bool SaysLock { get; init; } = true;

    public required long ArrivesMs { get; init; }

    public int RollingInMs { get; init; } = 9_000;

    public int HandbrakeAfterMs { get; init; } = 2_000;

    public int NeutralAfterMs { get; init; } = 3_000;

    /// <summary>From standing still to the key being turned off.</summary>
    public int KeyOffAfterMs { get; init; } = 6_000;

    public int StartsAfterMs { get; init; } = 4_000;

    public int StartingMs { get; init; } = 5_000;

    public int RollingOutMs { get; init; } = 8_000;

    /// <summary>The same with a driver who forgets something, and remembers it so much later than usual.</summary>
    public TruckPlan With(DriverHabit habit, int laterMs) => habit switch
    {
        DriverHabit.ForgetsHandbrake => this with { HandbrakeAfterMs = HandbrakeAfterMs + laterMs },
        DriverHabit.ForgetsNeutral => this with { NeutralAfterMs = NeutralAfterMs + laterMs },
        DriverHabit.LeavesKeyOn => this with { KeyOffAfterMs = KeyOffAfterMs + laterMs },
        DriverHabit.LeavesLate => this with { StartsAfterMs = StartsAfterMs + laterMs },
        _ => this,
    };
}
