namespace SwapEdge.Simulator;

/// <summary>Where a replayed node gave another thing than the recorded one.</summary>
/// <param name="Place">Node, time, start, pass and phase.</param>
/// <param name="Recorded">What it gave then.</param>
/// <param name="Now">What it gives now.</param>
/// <param name="Given">What it was given in that turn, most telling first.</param>
public sealed record RecordDifference(string Place, string Recorded, string Now, IReadOnlyList<string> Given);
