namespace SwapEdge.Simulator;

/// <summary>One phase of the swap as the city has it.</summary>
/// <param name="Phase">In words.</param>
/// <param name="StartedMs">Since the swap began.</param>
/// <param name="LastedMs">How long.</param>
/// <param name="LimitMs">What it may last, 0 for as long as it takes.</param>
/// <param name="Evidence">What let it go on, or why it was held.</param>
public sealed record SwapRow(string Phase, long StartedMs, long LastedMs, long LimitMs, string Evidence);
