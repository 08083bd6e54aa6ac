namespace SwapEdge.Simulator;

/// <summary>Who comes by chance, after a pattern of the hours of a day.</summary>
/// <param name="Pattern">Name of the data file; empty: the usual one.</param>
/// <param name="Number">How many come in all.</param>
/// <param name="Lane">To which lane; 0: to each in turn.</param>
/// <param name="Seed">Of the arrivals alone; null: they follow from the seed of the run.</param>
/// <param name="Place">Where it is said.</param>
public sealed record TrafficPlan(string Pattern, int Number, int Lane, ulong? Seed, Place Place);
