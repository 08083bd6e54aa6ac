namespace SwapEdge.Simulator;

/// <summary>One thing that is wrong with a history.</summary>
/// <param name="Segment">Number of the segment, by its file.</param>
/// <param name="Sequence">Of the record, or of the last sound one before the place; 0 where no record is meant.</param>
/// <param name="What">A sentence for people.</param>
public sealed record HistoryFinding(HistoryFlaw Flaw, int Segment, ulong Sequence, string What);
