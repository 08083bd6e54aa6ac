using SwapEdge.Firmware;

namespace SwapEdge.Tests.Check;

/// <summary>A table with one thing wrong.</summary>
/// <param name="Name">What was done to it.</param>
/// <param name="Table">The broken table.</param>
/// <param name="Phases">Where it can make a difference.</param>
public sealed record SwapMutant(string Name, SwapTable Table, IReadOnlyList<Phase> Phases);
