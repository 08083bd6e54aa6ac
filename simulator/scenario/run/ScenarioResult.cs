namespace SwapEdge.Simulator;

/// <summary>What became of a run of a scenario.</summary>
public sealed record ScenarioResult
{
    public required Scenario Scenario { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Why it failed, in the order of time; none: it passed.</summary>
    public required IReadOnlyList<ScenarioFailure> Failures { get; init; }

    /// <summary>Each expectation, in the order of the file, and when it was met.</summary>
    public IReadOnlyList<ExpectationMet> Met { get; init; } = [];

    /// <summary>How long it lasted for the station, and for whoever waited.</summary>
    public required long VirtualMs { get; init; }

    public required long WallMs { get; init; }

    /// <summary>Events that the city has.</summary>
    public required long Events { get; init; }

    /// <summary>Where its record is; empty: there is none.</summary>
    public string RecordPath { get; init; } = "";

    /// <summary>It was given up: it took too long in real time.</summary>
    public bool TimedOut { get; init; }

    public bool Passed => Failures.Count == 0 && !TimedOut;
}
