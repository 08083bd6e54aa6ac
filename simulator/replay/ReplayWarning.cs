namespace SwapEdge.Simulator;

/// <summary>A change of a warning that the pack monitor of a bus made while a capture was replayed.</summary>
/// <param name="Interface">Which bus.</param>
/// <param name="ElapsedMs">Since the first frame.</param>
/// <param name="Line">Line of the last frame before it.</param>
/// <param name="Text">In words.</param>
/// <param name="Level">1 to 3, or 0 when it was cleared.</param>
public sealed record ReplayWarning(string Interface, long ElapsedMs, long Line, string Text, int Level);
