using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// What a demonstration showed: it comes from the city's store, but for the bays, which are as their nodes see them.
/// </summary>
public sealed record DemonstrationReport
{
    public required ulong Seed { get; init; }

    /// <summary>Why the demonstration failed, or null.</summary>
    public required string? Failure { get; init; }

    /// <summary>What to do when the swap is held or stopped, otherwise null.</summary>
    public required FaultText? Held { get; init; }

    /// <summary>What the station is made of, in a sentence.</summary>
    public required string About { get; init; }

    public required string Vehicle { get; init; }

    public required IReadOnlyList<SwapRow> Swap { get; init; }

    /// <summary>The end of the swap as the city has it, or null.</summary>
    public required EventRecord? Ended { get; init; }

    public required IReadOnlyList<PackMove> Packs { get; init; }

    /// <summary>Kind in words, and how many.</summary>
    public required IReadOnlyList<(string Kind, int Count)> Kinds { get; init; }

    /// <summary>Node, events stored, stored gap-free through, and acknowledged to the node through.</summary>
    public required IReadOnlyList<(string Node, long Events, ulong Through, ulong Acknowledged)> Journals { get; init; }

    /// <summary>The bays at the end, as their pack monitors see them on the charger buses.</summary>
    public required IReadOnlyList<BayRow> Bays { get; init; }

    public required long Missing { get; init; }

    public required long SwapMs { get; init; }

    public required long VirtualMs { get; init; }

    public long Events => Journals.Sum(journal => journal.Events);
}
