namespace SwapEdge.Simulator;

/// <summary>A stage that the pack monitor reached while a capture was replayed.</summary>
public sealed record ReplayStage(long ElapsedMs, long Line, string Stage);
