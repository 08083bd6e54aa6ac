namespace SwapEdge.Simulator;

/// <summary>Who comes to a station in a run.</summary>
/// <param name="Arrivals">One by one, in any order.</param>
/// <param name="Traffic">By chance, instead; null: nobody.</param>
/// <param name="LastsMs">How long those who come by chance may come.</param>
public sealed record Guests(IReadOnlyList<Arrival> Arrivals, TrafficPlan? Traffic, long LastsMs);
