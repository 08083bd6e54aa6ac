namespace SwapEdge.Simulator;

/// <summary>A node as the city of a life knows it.</summary>
/// <param name="Root">Its topics without the last level.</param>
/// <param name="Key">That it shares with the city.</param>
/// <param name="Random">What befalls the city's words to it.</param>
internal sealed record LifeCorrespondent(string Root, byte[] Key, Prng Random);
