namespace SwapEdge.Simulator;

/// <summary>What kind of station lives.</summary>
public enum LifeKind
{
    /// <summary>One lane for a truck, a port tractor or a wheel loader.</summary>
    Truck = 0,

    /// <summary>One lane for a car, swapped from below.</summary>
    Car = 1,

    /// <summary>A truck with three packs.</summary>
    SeveralPacks = 2,

    /// <summary>Two lanes that want the same bays.</summary>
    TwoLanes = 3,

    Cabinet = 4,
}
