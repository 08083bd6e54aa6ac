namespace SwapEdge.Simulator;

/// <summary>What a driver does who should sit still.</summary>
public enum DriverMistake
{
    None = 0,
    HandbrakeOff = 1,
    GearIn = 2,

    /// <summary>Turns the key: the vehicle wants high voltage.</summary>
    KeyOn = 3,
}
