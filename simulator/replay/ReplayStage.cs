namespace SwapEdge.Simulator;

/// <summary>A stage that the pack monitor of a bus reached while a capture was replayed.</summary>
public sealed record ReplayStage(string Interface, long ElapsedMs, long Line, string Stage);
