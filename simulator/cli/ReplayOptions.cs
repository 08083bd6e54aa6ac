namespace SwapEdge.Simulator;

/// <summary>What <c>swapsim replay</c> was asked for.</summary>
/// <param name="Capture">The capture or trace to play.</param>
/// <param name="Bus">Which bus it is of.</param>
/// <param name="ToCandump">A file to write its frames to, or null.</param>
/// <param name="Bench">Measure how fast the firmware takes the frames, instead of decoding them.</param>
/// <param name="Quiet">No summary for people.</param>
public sealed record ReplayOptions(string Capture, ReplayBus Bus, string? ToCandump, bool Bench, bool Quiet);
