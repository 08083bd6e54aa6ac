namespace SwapEdge.Simulator;

/// <summary>A reason to stop, one at a time.</summary>
public enum Trouble
{
    None = 0,
    SafetyChain = 1,
    Abort = 2,
    Fire = 3,
    DriverAborts = 4,
    CityAborts = 5,
    LockDisagrees = 6,
    LockTooFast = 7,
    SensorsDisagree = 8,
    Runaway = 9,
    BaySmoke = 10,
    StoreBayAlarm = 11,
    TakeBayAlarm = 12,
    OtherVehicle = 13,
}
