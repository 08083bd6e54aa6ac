using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What one life came to.</summary>
public sealed record LifeResult
{
    public required ulong Seed { get; init; }

    public required long VirtualMs { get; init; }

    /// <summary>Vehicles that left with another pack; with their own; swaps that were held at least once.</summary>
    public required int Completed { get; init; }

    public required int PutBack { get; init; }

    public required int Held { get; init; }

    /// <summary>Starts of nodes after the first of each.</summary>
    public required int Restarts { get; init; }

    public required IReadOnlyDictionary<string, int> Mishaps { get; init; }

    public required long Events { get; init; }

    /// <summary>Stored events that the city never had.</summary>
    public required long Lost { get; init; }

    public required long Duplicated { get; init; }

    /// <summary>Phase in which the lane remained; null: it became idle.</summary>
    public required Phase? StuckIn { get; init; }

    public required Unsafe Unsafe { get; init; }

    public required long UnsafeMs { get; init; }

    public required int UnsafeWrong { get; init; }

    public required int Reaction { get; init; }

    public required Drive ReactionOf { get; init; }

    public required long Reactions { get; init; }

    /// <summary>Null when all is well.</summary>
    public string? Failure =>
        Unsafe != Unsafe.None ? $"unsafe at {UnsafeMs} ms: {Words.Of(Unsafe)} ({UnsafeWrong} wrong sensors)"
        : StuckIn is { } phase ? $"stuck: {Words.Of(phase)}"
        : Lost > 0 ? $"{Lost} stored events lost"
        : Duplicated > 0 ? $"{Duplicated} events duplicated"
        : Reaction > 2 ? $"a request was taken away only in pass {Reaction}: {Words.Of(ReactionOf)}"
        : null;
}
