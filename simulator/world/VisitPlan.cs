namespace SwapEdge.Simulator;

/// <summary>A vehicle that comes, and what it brings.</summary>
/// <param name="Truck">Who comes, and when.</param>
/// <param name="Packs">Its packs, position 1 first.</param>
/// <param name="Lane">Where it wants to be served, from 1; 0: in the lane with the shortest queue.</param>
public sealed record VisitPlan(TruckPlan Truck, IReadOnlyList<PackPlan> Packs, int Lane = 1);
