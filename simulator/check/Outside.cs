namespace SwapEdge.Simulator;

/// <summary>What a pass may find in any way it likes: nothing of it is remembered. Option 0 is the usual one.</summary>
public enum Outside
{
    Person = 0,
    Trouble = 1,
    Vehicle = 2,
    HighVoltage = 3,
    Bus = 4,
    Release = 5,
    HoistReady = 6,
    Identity = 7,
    Verdict = 8,
    Health = 9,
    Grant = 10,
    BayHeard = 11,
    StoreBay = 12,
    TakeBay = 13,
    LockPicture = 14,
    Service = 15,
}
