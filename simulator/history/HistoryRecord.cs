namespace SwapEdge.Simulator;

/// <summary>A sound record of a history.</summary>
/// <param name="Payload">The event as it was, or would have been, sent.</param>
/// <param name="VouchedFor">The chain fits: the device wrote it there.</param>
public sealed record HistoryRecord(
    int Segment, ulong Journal, ulong Sequence, ReadOnlyMemory<byte> Payload, bool VouchedFor);
