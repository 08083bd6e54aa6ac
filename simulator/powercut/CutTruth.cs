namespace SwapEdge.Simulator;

/// <summary>What a journal has promised, and what a cut may therefore not take away.</summary>
internal sealed class CutTruth
{
    /// <summary>Stored events by sequence; null: a number that a cut left without its event.</summary>
    public Dictionary<ulong, byte[]?> Stored { get; } = [];

    /// <summary>Numbered, but their commit has not returned.</summary>
    public Dictionary<ulong, byte[]> InFlight { get; } = [];

    public ulong Last { get; set; }

    /// <summary>The city has everything up to here.</summary>
    public ulong Acknowledged { get; set; }

    /// <summary>The watermark that was kept.</summary>
    public ulong Mark { get; set; }

    /// <summary>Highest boot that anything was done in.</summary>
    public uint Boot { get; set; }

    /// <summary>The small record that stands for settings, and what it is about to become.</summary>
    public ulong Setting { get; set; }

    public ulong NextSetting { get; set; }

    /// <summary>Segments in which a reordered append was cut: their records may be damaged.</summary>
    public HashSet<int> Scarred { get; } = [];
}
