namespace SwapEdge.Simulator;

/// <summary>What a station must never do.</summary>
public enum Unsafe
{
    None = 0,
    UnlockOfUnpreparedVehicle = 1,
    UnlockUnderHighVoltage = 2,
    UnlockWithoutGrip = 3,
    LiftOfLockedPack = 4,
    LockWithoutConnector = 5,
    MotionWhileHeld = 6,
    MotionBeforeStored = 7,
    ReleaseUnlocked = 8,
    ReleaseUnmated = 9,
    ReleaseWithWrongPack = 10,
    PackLost = 11,
    TwoPacksInOnePlace = 12,
}
