namespace SwapEdge.Simulator;

/// <summary>Events of a journal that are missing, the first and the last of them included.</summary>
public sealed record SequenceGap(ulong Journal, ulong First, ulong Last);
