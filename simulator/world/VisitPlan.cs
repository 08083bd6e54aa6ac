namespace SwapEdge.Simulator;

/// <summary>A vehicle that comes, and what it brings.</summary>
/// <param name="Truck">Who comes, and when.</param>
/// <param name="Packs">Its packs, position 1 first.</param>
public sealed record VisitPlan(TruckPlan Truck, IReadOnlyList<PackPlan> Packs);
