namespace SwapEdge.Simulator;

/// <summary>Inputs of a node or of one of its places, a bit for each.</summary>
/// <param name="Bay">0 for the node itself.</param>
/// <param name="Now">As they are.</param>
/// <param name="On">Were on since it was begun.</param>
/// <param name="Off">Were off since it was begun.</param>
public sealed record LevelsSeen(int Bay, ulong Now, ulong On, ulong Off)
{
    /// <summary>Those that were both.</summary>
    public ulong Changed => On & Off;

    public bool IsOn(int bit) => (Now & (1UL << bit)) != 0;

    public bool HasChanged(int bit) => (Changed & (1UL << bit)) != 0;
}
