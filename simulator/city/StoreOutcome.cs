namespace SwapEdge.Simulator;

/// <summary>What became of an event that was to be stored.</summary>
public enum StoreOutcome
{
    None = 0,
    Stored = 1,

    /// <summary>It is there already, the same to the byte.</summary>
    Duplicate = 2,

    /// <summary>Another event is there under this number. The first one stays.</summary>
    Conflict = 3,

    /// <summary>The journal belongs to another node.</summary>
    ForeignJournal = 4,
}
