namespace SwapEdge.Simulator;

/// <summary>What cuts came to.</summary>
public sealed class CutTally
{
    public long Cuts { get; set; }

    /// <summary>Of them with pages in another order, or late deletions.</summary>
    public long Reordered { get; set; }

    public long Restarts { get; set; }

    public long Events { get; set; }

    /// <summary>Segments that were begun, and deleted.</summary>
    public long Begun { get; set; }

    public long Deleted { get; set; }

    /// <summary>Stored events that were gone, or gone before the city had them.</summary>
    public long Lost { get; set; }

    /// <summary>Events, or acknowledgements, that never were.</summary>
    public long Invented { get; set; }

    /// <summary>Numbers, of events or boots, that would have been given out again.</summary>
    public long OutOfOrder { get; set; }

    /// <summary>Changes of settings, keys, counters, latches and memories of bays.</summary>
    public long Changes { get; set; }

    /// <summary>Kept watermarks and small records that were older than kept.</summary>
    public long Forgotten { get; set; }

    /// <summary>Small records that were neither the old nor the new, and keys that nobody has.</summary>
    public long Mixed { get; set; }

    /// <summary>Histories in which the chain accuses somebody.</summary>
    public long Accused { get; set; }

    /// <summary>The first thing that was wrong.</summary>
    public string? First { get; set; }

    public bool Passed => Lost + Invented + OutOfOrder + Forgotten + Mixed + Accused == 0;

    public void Add(CutTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cuts += other.Cuts;
        Reordered += other.Reordered;
        Restarts += other.Restarts;
        Events += other.Events;
        Begun += other.Begun;
        Deleted += other.Deleted;
        Lost += other.Lost;
        Invented += other.Invented;
        OutOfOrder += other.OutOfOrder;
        Changes += other.Changes;
        Forgotten += other.Forgotten;
        Mixed += other.Mixed;
        Accused += other.Accused;
        First ??= other.First;
    }
}
