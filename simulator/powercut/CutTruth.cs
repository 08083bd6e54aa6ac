namespace SwapEdge.Simulator;

/// <summary>What a journal has promised, and what a cut may therefore not take away.</summary>
internal sealed class CutTruth
{
    /// <summary>Stored events by sequence; null: a number that a cut left without its event.</summary>
    public Dictionary<ulong, byte[]?> Stored { get; } = [];

    /// <summary>Numbered, but their commit has not returned.</summary>
    public Dictionary<ulong, byte[]> InFlight { get; } = [];

    /// <summary>Events that found no room: one that tells of them may come before the next.</summary>
    public ulong Refused { get; set; }

    public ulong Last { get; set; }

    /// <summary>The city has everything up to here.</summary>
    public ulong Acknowledged { get; set; }

    /// <summary>The watermark that was kept.</summary>
    public ulong Mark { get; set; }

    /// <summary>Highest boot that anything was done in.</summary>
    public uint Boot { get; set; }

    /// <summary>Segments in which a reordered append was cut: their records may be damaged.</summary>
    public HashSet<int> Scarred { get; } = [];
}
