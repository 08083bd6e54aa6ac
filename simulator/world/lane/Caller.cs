namespace SwapEdge.Simulator;

/// <summary>A vehicle that is to come or waits.</summary>
/// <param name="Lane">Where it wants to be served, from 1; 0: anywhere.</param>
/// <param name="Truck">Who, and when.</param>
/// <param name="Packs">Its packs, position 1 first.</param>
internal sealed record Caller(int Lane, TruckPlan Truck, IReadOnlyList<Pack> Packs);
