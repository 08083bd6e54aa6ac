namespace SwapEdge.Simulator;

/// <summary>How <c>swapsim run</c> runs scenarios, and what it leaves behind.</summary>
public sealed record RunOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>One second of the station in a second; otherwise as fast as the machine goes.</summary>
    public bool RealTime { get; init; }

    /// <summary>Which nodes run on boards; null: as each scenario says.</summary>
    public BoardChoice? Boards { get; init; }

    /// <summary>Opens connections to a broker of others; null: each run has one of its own.</summary>
    public Func<IConnection>? Broker { get; init; }

    /// <summary>How many run at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>How long each may take in real time; null: as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A file for one scenario, a folder for several; null: only what failed is recorded.</summary>
    public string? Record { get; init; }

    /// <summary>Every frame of every CAN bus, as candump -L writes it; for one scenario.</summary>
    public string? Candump { get; init; }

    public string? JUnit { get; init; }

    public bool Json { get; init; }

    /// <summary>Somebody wants it to end: what runs is given up, and leaves nothing behind.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The station's own report is wanted: one scenario is shown alone.</summary>
    public bool Reported { get; init; }
}
