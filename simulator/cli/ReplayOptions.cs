namespace SwapEdge.Simulator;

/// <summary>What <c>swapsim replay</c> was asked for.</summary>
/// <param name="Capture">The capture or record to play.</param>
/// <param name="Bus">Which bus it is of.</param>
/// <param name="ToCandump">A file to write its frames to, or null.</param>
/// <param name="Bench">Measure how fast the firmware takes the frames, instead of decoding them.</param>
/// <param name="Quiet">No summary for people.</param>
public sealed record ReplayOptions(string Capture, ReplayBus Bus, string? ToCandump, bool Bench, bool Quiet)
{
    /// <summary>Of a record: only this node; null: all.</summary>
    public string? Node { get; init; }

    /// <summary>Of a record: the time that is played last; null: all.</summary>
    public string? Until { get; init; }

    /// <summary>Of a record: print the steps of its swap machines.</summary>
    public bool Trace { get; init; }

    /// <summary>Something was asked for that only a record has.</summary>
    public bool IsForRecord => Node is not null || Until is not null || Trace;
}
