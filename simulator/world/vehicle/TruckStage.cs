namespace SwapEdge.Simulator;

/// <summary>Where a truck and its driver are in a visit.</summary>
public enum TruckStage
{
    /// <summary>Not in the lane.</summary>
    Away = 0,

    /// <summary>Rolls into the wheel guides.</summary>
    RollingIn = 1,

    /// <summary>Stands; the driver applies the handbrake, selects neutral, switches off.</summary>
    Standing = 2,

    /// <summary>Told to go: high voltage on, handbrake off.</summary>
    Starting = 3,

    /// <summary>Rolls out of the lane.</summary>
    RollingOut = 4,

    Gone = 5,
}
