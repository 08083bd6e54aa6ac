using System;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What is known to be true in this pass. A fact that is absent is "not known to be true", never "known to be
    /// false": where the opposite matters it is a fact of its own. Numbers are stored as evidence: append only.
    /// </summary>
    [Flags]
    public enum Fact : ulong
    {
        None = 0,

        // People and the safety chain.
        KeySwitchOn = 1UL << 0,

        /// <summary>Edge of the confirm button in this pass, after start, with the key switch on.</summary>
        Confirmed = 1UL << 1,
        AbortPressed = 1UL << 2,
        SafetyChainOpen = 1UL << 3,
        ReleasePermitted = 1UL << 4,
        FireDetected = 1UL << 5,

        // The vehicle.

        /// <summary>Seen; once a swap has begun: not known to have left.</summary>
        VehiclePresent = 1UL << 6,

        /// <summary>Its identity was read whole.</summary>
        IdentityKnown = 1UL << 7,

        /// <summary>The identity may be served here.</summary>
        VehicleAuthorised = 1UL << 8,
        VehicleInPosition = 1UL << 9,
        VehicleStill = 1UL << 10,
        HandbrakeOn = 1UL << 11,
        GearNeutral = 1UL << 12,

        /// <summary>BMS says off, both main relays open, bus side without voltage; all fresh.</summary>
        HighVoltageOff = 1UL << 13,
        RelayWelded = 1UL << 14,

        /// <summary>Not there, out of position, not still, handbrake off or out of neutral.</summary>
        VehicleUnprepared = 1UL << 15,

        // The lock: pins and CAN frame together.

        /// <summary>Every source says open.</summary>
        LockOpen = 1UL << 16,

        /// <summary>Every source says closed.</summary>
        LockClosed = 1UL << 17,

        /// <summary>A source says both, or two sources disagree for longer than the travel allows.</summary>
        LockContradicts = 1UL << 18,

        /// <summary>The lock frame is late, or its life counter stands still.</summary>
        LockSignalLost = 1UL << 19,

        // The connector: the mated state and both circuits.
        ConnectorMated = 1UL << 20,
        ConnectorParted = 1UL << 21,

        // The pack on the vehicle.
        PackOnVehicle = 1UL << 22,

        /// <summary>Both in-place sensors.</summary>
        PackInPlace = 1UL << 23,
        OldPackAccepted = 1UL << 24,
        OldPackRejected = 1UL << 25,
        PlannedPackSeen = 1UL << 26,

        /// <summary>BMS alive, insulation and temperatures right, no alarm at or above the limit.</summary>
        PackHealthy = 1UL << 27,

        // The hoist.
        HoistReady = 1UL << 28,

        /// <summary>Tongue locked and pin seated.</summary>
        HoistGrips = 1UL << 29,
        HoistRaised = 1UL << 30,
        HoistLoaded = 1UL << 31,

        // The bays, over the station link.

        /// <summary>Both bays are granted to this lane.</summary>
        BaysReserved = 1UL << 32,

        /// <summary>Enough charge, no alarm, charger stopped, relays open.</summary>
        NewPackReady = 1UL << 33,
        StoreBayFilled = 1UL << 34,
        TakeBayEmptied = 1UL << 35,

        /// <summary>A reserved bay has not been heard for its time.</summary>
        BaySilent = 1UL << 36,

        // Derived from the state and the clock.

        /// <summary>The phase has lasted its limit.</summary>
        PhaseExpired = 1UL << 37,

        /// <summary>The phase has lasted long enough for its readings to be believed.</summary>
        PhaseSettled = 1UL << 38,

        /// <summary>The phase is stored; what it moves may be asked for.</summary>
        PhaseCommitted = 1UL << 39,

        /// <summary>Derived by the step: some cause of SwapCauses.All is true in this phase.</summary>
        MustStop = 1UL << 40,

        /// <summary>The lock frame has arrived since the vehicle came, and is alive.</summary>
        LockSignalAlive = 1UL << 41,

        /// <summary>The granted store bay: empty, no alarm, charger off, heard just now.</summary>
        StoreBayReady = 1UL << 42,

        /// <summary>Derived: the way is automatic, or a person confirmed in this pass.</summary>
        MayGoOn = 1UL << 43,

        /// <summary>Derived: the phase may be tried once more.</summary>
        RetryLeft = 1UL << 44,

        /// <summary>Derived: the vehicle has another pack to swap after this one.</summary>
        MorePacks = 1UL << 45,

        /// <summary>Derived: somebody aborted this swap; it is to end with the vehicle whole.</summary>
        SwapAborted = 1UL << 46,

        /// <summary>Closed to vehicles, by a latch that survives restart.</summary>
        OutOfService = 1UL << 47,

        /// <summary>The selector stands on manual: each step is confirmed.</summary>
        ManualSelected = 1UL << 48,

        /// <summary>The selector stands on maintenance.</summary>
        MaintenanceSelected = 1UL << 49,
        DriverAborts = 1UL << 50,
        CityAborts = 1UL << 51,

        /// <summary>The pack's own BMS reports smoke, fire or a thermal runaway.</summary>
        RunawayDetected = 1UL << 52,

        /// <summary>Derived: fire, smoke in a bay or a runaway.</summary>
        Emergency = 1UL << 53,

        /// <summary>Two sensors of one thing disagree for longer than its travel explains.</summary>
        SensorsContradict = 1UL << 54,

        /// <summary>The lock went from one end to the other faster than it can.</summary>
        LockImplausible = 1UL << 55,

        /// <summary>The planned pack is seen on the vehicle's bus, or the vehicle's own pack that was put
        /// back.</summary>
        RightPackSeen = 1UL << 56,

        /// <summary>The door that the phase names is open.</summary>
        DoorOpen = 1UL << 57,

        /// <summary>Every door is shut.</summary>
        DoorsClosed = 1UL << 58,

        /// <summary>Some bay of the station, or a door of the cabinet, reports smoke.</summary>
        BaySmoke = 1UL << 59,

        /// <summary>The bay that is to take the old pack has an alarm.</summary>
        StoreBayAlarm = 1UL << 60,

        /// <summary>The bay of the new pack has an alarm, or that pack.</summary>
        TakeBayAlarm = 1UL << 61,

        /// <summary>The pack says a main relay closed, or voltage behind them. Absent while it is silent.</summary>
        HighVoltageOn = 1UL << 62,

        /// <summary>Another identity than the one that the swap began with is read, whole and for some time.</summary>
        OtherVehicle = 1UL << 63,
    }
}
