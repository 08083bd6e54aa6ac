namespace SwapEdge.Simulator;

/// <summary>Opens the station that a plan describes.</summary>
public static class Stations
{
    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="plan">What stands there.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="guests">Who comes; null: who comes in the plan's story.</param>
    public static IStation Open(ulong seed, StationPlan plan, StationOptions options, Guests? guests = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.IsCabinet
            ? new CabinetStation(seed, plan, options, guests) : new Station(seed, plan, options, guests);
    }
}
