namespace SwapEdge.Simulator;

/// <summary>A step that can be done alone.</summary>
/// <param name="Name">Group and item, joined by '/'.</param>
public sealed record CommissionStep(string Name, Func<CommissionResult> Do);
