namespace SwapEdge.Firmware
{
    /// <summary>
    /// The two-sided inputs of a lane; the number is the bit in <see cref="LaneReading.Levels"/>. Numbers are stored
    /// and sent with warnings: for ever, append only.
    /// </summary>
    public enum LaneSensor
    {
        None = 0,
        SafetyChainClosed = 1,
        ReleasePermitted = 2,
        FireLoopClosed = 3,
        KeySwitchOn = 4,
        ConfirmPressed = 5,
        AbortPressed = 6,
        DriverAborts = 7,
        ManualSelected = 8,
        MaintenanceSelected = 9,
        VehiclePresent = 10,
        VehicleInPosition = 11,
        VehicleStill = 12,
        HandbrakeOn = 13,
        GearNeutral = 14,
        PackOnVehicle = 15,
        PackInPlace1 = 16,
        PackInPlace2 = 17,
        HoistReady = 18,
        HoistTongueLocked = 19,
        HoistPinSeated = 20,
        HoistRaised = 21,
        HoistLoaded = 22,

        // The connector as inputs say it, where no frame does.
        ConnectorMated = 23,
        ConnectorParted = 24,

        // The connector as the vehicle's frame says it: no inputs, but they are watched like these.
        ConnectorLoop = 25,
        DischargeCircuit = 26,
        ChargeCircuit = 27,

        // A cabinet; a lane has no doors.
        DoorOpen = 28,
        DoorsClosed = 29,

        /// <summary>Lock point 1; the other points up to 16 follow.</summary>
        LockOpen = 32,

        /// <summary>Lock point 1; the other points up to 16 follow.</summary>
        LockClosed = 48,
    }
}
