namespace SwapEdge.Simulator;

/// <summary>Something small that a cut has made another thing of.</summary>
/// <param name="Forgotten">It is as it was before; otherwise it is what it never was.</param>
/// <param name="What">In words.</param>
internal sealed record CutFlaw(bool Forgotten, string What);
