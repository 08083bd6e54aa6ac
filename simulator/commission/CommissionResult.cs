namespace SwapEdge.Simulator;

/// <summary>One step of commissioning and how it ended.</summary>
/// <param name="Step">As <c>--step</c> names it.</param>
/// <param name="Expected">What should be so.</param>
/// <param name="Seen">What was so.</param>
/// <param name="UtcMs">When it ended.</param>
/// <param name="TookMs">From its beginning to its end.</param>
public sealed record CommissionResult(
    string Step, CommissionOutcome Outcome, string Expected, string Seen, long UtcMs = 0, long TookMs = 0);
