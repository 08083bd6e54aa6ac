namespace SwapEdge.Simulator;

/// <summary>How a sensor is wrong.</summary>
public enum SensorFault
{
    StuckOff = 0,
    StuckOn = 1,
    Flipped = 2,

    /// <summary>Another level at each look.</summary>
    Bouncing = 3,
}
