namespace SwapEdge.Simulator;

/// <summary>Civil time of an event that did not know it.</summary>
/// <param name="UncertaintyMs">Earlier or later by so much; null: earlier by nobody knows how much.</param>
public sealed record PlacedTime(ulong Sequence, long UtcMs, long? UncertaintyMs);
