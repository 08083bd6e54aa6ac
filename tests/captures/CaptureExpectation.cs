namespace SwapEdge.Tests.Captures;

/// <summary>What a replay of one capture must say, no less and no more.</summary>
/// <param name="Name">File name without its end.</param>
public sealed record CaptureExpectation(string Name)
{
    /// <summary>Stages of the charging session, in the order in which they were reached.</summary>
    public string Stages { get; init; } = "";

    /// <summary>Each change of a warning: level (0: cleared) and words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How often lines or frames were refused, and why; in the order of the reasons.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>How often messages came, of those that matter here: "CCS 145".</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];

    /// <summary>What a listener believes of lock and connector, each change; why, where it may not.</summary>
    public string Lock { get; init; } = "";

    /// <summary>Why ST1 is not believed, or that it is, each change.</summary>
    public string Stage1 { get; init; } = "";

    /// <summary>Whole pack codes, each change.</summary>
    public string Codes { get; init; } = "";

    /// <summary>Lock frames that the life counter says were sent and never came.</summary>
    public uint LostLocks { get; init; }

    /// <summary>Bay nodes, by address, of which nothing was heard for three periods at the end.</summary>
    public string SilentNodes { get; init; } = "";
}
