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

    /// <summary>Below a car: its lock is open and nothing bears it.</summary>
    PackUnsupported = 13,

    /// <summary>Two lanes have, or work in, one bay.</summary>
    TwoLanesInOneBay = 14,

    /// <summary>A pack that came in bad stands in a bay that is not for such packs.</summary>
    BadPackAmongOthers = 15,

    // A cabinet.
    TwoDoorsOpened = 16,
    DoorOpenedOnLiveCharger = 17,
    ChargingBehindOpenDoor = 18,
    ChargingInFire = 19,

    /// <summary>A bay: permitted, the contactor closed, and the node hears nobody.</summary>
    ChargingUnheard = 20,
}
