namespace SwapEdge.Firmware
{
    /// <summary>
    /// Why a swap is held or stopped, named for what was seen. Numbers are stored and sent: for ever, append only.
    /// </summary>
    public enum Fault
    {
        None = 0,

        // Causes that stop any phase.
        FireDetected = 1,
        SafetyChainOpen = 2,
        AbortPressed = 3,
        LockContradicts = 4,
        LockSignalLost = 5,
        VehicleUnprepared = 6,
        RelayWelded = 7,
        BaySilent = 8,

        /// <summary>The node started and found a swap in progress.</summary>
        PowerLost = 9,
        DriverAborted = 10,
        CityAborted = 11,
        RunawayDetected = 12,
        SensorsContradict = 13,
        LockImplausible = 14,

        /// <summary>A step by hand was not confirmed in its time.</summary>
        NotConfirmed = 15,

        /// <summary>Maintenance is over; a person looks before anything goes on.</summary>
        MaintenanceEnded = 16,
        BaySmoke = 17,
        StoreBayAlarm = 18,
        TakeBayAlarm = 19,

        // What was missing when the limit of a phase was reached.
        IdentityUnknown = 20,
        VehicleNotAuthorised = 21,
        NotInPosition = 22,
        NotPrepared = 23,
        HighVoltageNotOff = 24,
        OldPackRejected = 25,
        OldPackUnknown = 26,
        NoBay = 27,
        NewPackNotReady = 28,
        HoistNotReady = 29,
        GripTimeout = 30,
        ReleaseNotPermitted = 31,
        UnlockTimeout = 32,
        LiftTimeout = 33,
        StowTimeout = 34,
        FetchTimeout = 35,
        PlaceTimeout = 36,
        ConnectorNotMated = 37,
        LockTimeout = 38,
        WrongPack = 39,
        NewPackUnhealthy = 40,
        WithdrawTimeout = 42,

        /// <summary>The lock opened, or the connector parted, while the pack was being verified.</summary>
        CameLoose = 43,

        /// <summary>The hoist let go of a pack that it was to hold.</summary>
        GripLost = 44,

        /// <summary>The lock left its open end while a pack was raised or lowered.</summary>
        LockNotOpen = 45,
        ConnectorNotParted = 46,

        /// <summary>No longer empty, alarmed, or its charger not off.</summary>
        StoreBayNotReady = 47,
        DoorNotOpened = 49,
        DoorNotClosed = 50,

        /// <summary>No pack was put in.</summary>
        NothingInserted = 51,

        /// <summary>The new pack was not taken out (OCPP: BatteryOutTimeout).</summary>
        PackNotTaken = 52,

        /// <summary>The hoist carries a pack where its gripper is to be empty.</summary>
        HoistStillLoaded = 53,

        /// <summary>Another door is open, or the charger behind this one is not off.</summary>
        DoorNotFree = 54,

        /// <summary>High voltage came on while the lock was open or moved.</summary>
        HighVoltageOn = 55,

        /// <summary>Another identity is read than the one that was identified.</summary>
        OtherVehicle = 56,

        /// <summary>The vehicle, or the customer, is still seen long after the release.</summary>
        VehicleNotLeft = 57,
    }
}
