namespace SwapEdge.Simulator;

/// <summary>What a request or a permit must not outlast.</summary>
public enum ReactionCause
{
    SafetyChainOpen = 0,
    FireAlarm = 1,
    AbortPressed = 2,
    DriverAborts = 3,
    CityAborts = 4,

    /// <summary>Not there, out of position, not still, handbrake off or out of neutral.</summary>
    VehicleUnprepared = 5,
    ReleaseNotPermitted = 6,
    GripLost = 7,

    /// <summary>A pack hangs where the gripper is to be empty.</summary>
    PackHangs = 8,
    LockPinsNotOpen = 9,
    LockPinsNotClosed = 10,

    /// <summary>A point is open and closed.</summary>
    LockPinsContradict = 11,
    LockFrameNotOpen = 12,
    LockFrameNotClosed = 13,

    /// <summary>Late, or its life counter stands still.</summary>
    LockFrameLost = 14,

    /// <summary>Pins and frame have disagreed for as long as a travel explains.</summary>
    LockSourcesDisagree = 15,
    ConnectorNotMated = 16,

    /// <summary>Relays, stage or voltage behind the relays, or none of them heard.</summary>
    HighVoltage = 17,
    RelayWelded = 18,
    PackReportsSmoke = 19,

    /// <summary>One of the two bays has not been heard for its time.</summary>
    BaySilent = 20,

    /// <summary>In-place sensors, or connector and pack, have disagreed for their time.</summary>
    SeatSensorsDisagree = 21,

    /// <summary>The key is turned off while somebody drives by hand.</summary>
    KeyOff = 22,
    PendantReleased = 23,

    /// <summary>Some bay of the station has said so last.</summary>
    SmokeInAnyBay = 29,

    /// <summary>The bay for the old pack, or the pack that is to go out and its bay, has an alarm.</summary>
    StoreBayAlarm = 30,
    TakeBayAlarm = 31,

    /// <summary>A main relay closed, or voltage behind the relays, while the lock is open or moved.</summary>
    HighVoltageOn = 32,

    // Bays and doors: the permit to charge, and the latch.
    SmokeInBay = 24,
    PackNotInBay = 25,
    DoorNotShut = 26,
    OtherDoorNotShut = 27,
    ChargerOnBehindDoor = 28,
}
