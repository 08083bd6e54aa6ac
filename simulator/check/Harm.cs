namespace SwapEdge.Simulator;

/// <summary>What must never really happen in a lane, whatever the sensors say. A bit each.</summary>
[Flags]
public enum Harm
{
    None = 0,
    LockedUnmated = 1 << 0,
    UnlockedUnprepared = 1 << 1,
    UnlockedLive = 1 << 2,
    UnlockedUnheld = 1 << 3,
    UnlockedWithoutPermit = 1 << 4,
    LiftedLocked = 1 << 5,
    PlacedOnLock = 1 << 6,
    ReleasedUnlocked = 1 << 7,
    ReleasedUnmated = 1 << 8,
    ReleasedWithWrongPack = 1 << 9,
    ReleasedUnhealthy = 1 << 10,
    TwoPacksOnSeat = 1 << 11,
    StowedIntoFilled = 1 << 12,
    Dropped = 1 << 13,
    GrippedWhileLoaded = 1 << 14,
    TwoDoorsOpen = 1 << 15,
    AdmittedIntoFilled = 1 << 16,
    DispensedForNothing = 1 << 17,
    ReleasedWithDoorOpen = 1 << 18,
    LiftedLive = 1 << 19,
}
