using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What one life came to.</summary>
public sealed record LifeResult
{
    /// <summary>Passes after which whatever speaks against a request or permit must have taken it away.</summary>
    public const int MostPasses = 2;

    public required ulong Seed { get; init; }

    public required LifeKind Kind { get; init; }

    public required long VirtualMs { get; init; }

    /// <summary>Visits that ended with other packs; with own ones; that were held at least once.</summary>
    public required int Completed { get; init; }

    public required int PutBack { get; init; }

    public required int Held { get; init; }

    /// <summary>Starts of nodes after the first of each.</summary>
    public required int Restarts { get; init; }

    public required IReadOnlyDictionary<string, int> Mishaps { get; init; }

    /// <summary>How often each fault of the network has happened, by its name.</summary>
    public required IReadOnlyDictionary<string, int> NetworkFaults { get; init; }

    public required long Events { get; init; }

    /// <summary>Stored events that the city never had.</summary>
    public required long Lost { get; init; }

    public required long Duplicated { get; init; }

    /// <summary>Events that the city has otherwise than the node stored them.</summary>
    public required long Altered { get; init; }

    /// <summary>Events in the city that did not happen after those with lower numbers.</summary>
    public required long OutOfOrder { get; init; }

    /// <summary>Blocks of telemetry in the city.</summary>
    public required long Blocks { get; init; }

    /// <summary>Stored blocks that the city does not have and that no node told as dropped.</summary>
    public required long LostBlocks { get; init; }

    /// <summary>Blocks that the city has otherwise than they were stored, or twice with different bytes.</summary>
    public required long AlteredBlocks { get; init; }

    /// <summary>Genuine commands of the city, and messages of a stranger.</summary>
    public required int Commands { get; init; }

    public required int Forged { get; init; }

    /// <summary>Commands without an end, or with two different ones.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Aborts that named the swap that ran.</summary>
    public required int Aimed { get; init; }

    /// <summary>Effects that no genuine command accounts for, or one a second time.</summary>
    public required long Usurped { get; init; }

    /// <summary>Times that chargers drew more than a command that was obeyed allows.</summary>
    public required int Exceeded { get; init; }

    /// <summary>Events with a time of the city that cannot be.</summary>
    public required int Misdated { get; init; }

    /// <summary>Phase in which it remained; null: it became idle.</summary>
    public required Phase? StuckIn { get; init; }

    public required Unsafe Unsafe { get; init; }

    public required long UnsafeMs { get; init; }

    public required int UnsafeWrong { get; init; }

    /// <summary>How fast requests and permits were taken away.</summary>
    public required ReactionTally Reactions { get; init; }

    /// <summary>Null when all is well.</summary>
    public string? Failure =>
        Unsafe != Unsafe.None ? $"unsafe at {UnsafeMs} ms: {Words.Of(Unsafe)} ({UnsafeWrong} wrong sensors)"
        : StuckIn is { } phase ? $"stuck: {Words.Of(phase)}"
        : Lost > 0 ? $"{Lost} stored events lost"
        : Duplicated > 0 ? $"{Duplicated} events duplicated"
        : Altered > 0 ? $"{Altered} events altered"
        : OutOfOrder > 0 ? $"{OutOfOrder} events out of order"
        : LostBlocks > 0 ? $"{LostBlocks} blocks of telemetry lost"
        : AlteredBlocks > 0 ? $"{AlteredBlocks} blocks of telemetry altered"
        : Unanswered > 0 ? $"{Unanswered} commands without one end"
        : Usurped > 0 ? $"{Usurped} effects of no genuine command"
        : Exceeded > 0 ? $"{Exceeded} limits of power exceeded"
        : Misdated > 0 ? $"{Misdated} events misdated"
        : Reactions.Worst > MostPasses ? $"{Words.Of(Reactions.WorstOf)}: in pass {Reactions.Worst} still on"
        : null;
}
