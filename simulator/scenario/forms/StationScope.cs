namespace SwapEdge.Simulator;

/// <summary>Stations for which a form has a meaning.</summary>
public enum StationScope
{
    Every,

    /// <summary>Those with lanes and bays.</summary>
    Lanes,
    Cabinet,
}
