namespace SwapEdge.Firmware
{
    /// <summary>
    /// The swap of a top-lift truck station as data: transitions, causes to stop, and what each phase asks for. Two
    /// rows of a phase never overlap: one requires what the other forbids. No match means stay. A row of
    /// <see cref="Fact.PhaseExpired"/> names the first thing that was missing.
    /// </summary>
    public static class SwapTable
    {
        /// <summary>Number of phases; arrays by phase have this length.</summary>
        public const int Phases = 19;

        public static readonly Row[] Rows = new Row[]
        {
            //       from, require, forbid, to, fault
            // A vehicle comes. Until the hoist grips it may leave again and nothing has happened.
            new Row(Phase.Idle, Fact.VehiclePresent, Fact.MustStop, Phase.Identifying, Fault.None),
            new Row(Phase.Identifying, Fact.VehiclePresent | Fact.IdentityKnown | Fact.VehicleAuthorised,
                Fact.MustStop, Phase.Positioning, Fault.None),
            new Row(Phase.Identifying, Fact.VehiclePresent | Fact.PhaseExpired,
                Fact.IdentityKnown | Fact.MustStop, Phase.Held, Fault.IdentityUnknown),
            new Row(Phase.Identifying, Fact.VehiclePresent | Fact.PhaseExpired | Fact.IdentityKnown,
                Fact.VehicleAuthorised | Fact.MustStop, Phase.Held, Fault.VehicleNotAuthorised),
            new Row(Phase.Identifying, Fact.None, Fact.VehiclePresent | Fact.MustStop, Phase.Idle, Fault.None),
            new Row(Phase.Positioning, Fact.VehiclePresent | Fact.VehicleInPosition | Fact.VehicleStill,
                Fact.MustStop, Phase.Preparing, Fault.None),
            new Row(Phase.Positioning, Fact.VehiclePresent | Fact.PhaseExpired,
                Fact.VehicleInPosition | Fact.MustStop, Phase.Held, Fault.NotInPosition),
            new Row(Phase.Positioning, Fact.VehiclePresent | Fact.PhaseExpired | Fact.VehicleInPosition,
                Fact.VehicleStill | Fact.MustStop, Phase.Held, Fault.NotInPosition),
            new Row(Phase.Positioning, Fact.None, Fact.VehiclePresent | Fact.MustStop, Phase.Idle, Fault.None),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.HandbrakeOn | Fact.GearNeutral | Fact.VehicleStill |
                Fact.HighVoltageOff | Fact.LockSignalAlive,
                Fact.RelayWelded | Fact.MustStop, Phase.Accepting, Fault.None),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.PhaseExpired,
                Fact.HighVoltageOff | Fact.MustStop, Phase.Held, Fault.HighVoltageNotOff),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.HighVoltageOff,
                Fact.HandbrakeOn | Fact.MustStop, Phase.Held, Fault.NotPrepared),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.HighVoltageOff | Fact.HandbrakeOn,
                Fact.GearNeutral | Fact.MustStop, Phase.Held, Fault.NotPrepared),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.HighVoltageOff | Fact.HandbrakeOn |
                Fact.GearNeutral,
                Fact.VehicleStill | Fact.MustStop, Phase.Held, Fault.NotPrepared),
            new Row(Phase.Preparing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.HighVoltageOff | Fact.HandbrakeOn |
                Fact.GearNeutral | Fact.VehicleStill,
                Fact.LockSignalAlive | Fact.MustStop, Phase.Held, Fault.LockSignalLost),
            new Row(Phase.Preparing, Fact.None, Fact.VehiclePresent | Fact.MustStop, Phase.Idle, Fault.None),
            new Row(Phase.Accepting, Fact.VehiclePresent | Fact.OldPackAccepted,
                Fact.OldPackRejected | Fact.MustStop, Phase.Choosing, Fault.None),
            new Row(Phase.Accepting, Fact.VehiclePresent | Fact.OldPackRejected,
                Fact.MustStop, Phase.Held, Fault.OldPackRejected),
            new Row(Phase.Accepting, Fact.VehiclePresent | Fact.PhaseExpired,
                Fact.OldPackAccepted | Fact.OldPackRejected | Fact.MustStop, Phase.Held, Fault.OldPackUnknown),
            new Row(Phase.Accepting, Fact.None, Fact.VehiclePresent | Fact.MustStop, Phase.Idle, Fault.None),
            new Row(Phase.Choosing, Fact.VehiclePresent | Fact.BaysReserved | Fact.NewPackReady | Fact.HoistReady,
                Fact.MustStop, Phase.Gripping, Fault.None),
            new Row(Phase.Choosing, Fact.VehiclePresent | Fact.PhaseExpired,
                Fact.BaysReserved | Fact.MustStop, Phase.Held, Fault.NoBay),
            new Row(Phase.Choosing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.BaysReserved,
                Fact.NewPackReady | Fact.MustStop, Phase.Held, Fault.NewPackNotReady),
            new Row(Phase.Choosing, Fact.VehiclePresent | Fact.PhaseExpired | Fact.BaysReserved | Fact.NewPackReady,
                Fact.HoistReady | Fact.MustStop, Phase.Held, Fault.HoistNotReady),
            new Row(Phase.Choosing, Fact.None, Fact.VehiclePresent | Fact.MustStop, Phase.Idle, Fault.None),

            // The old pack leaves the vehicle. The lock opens only while the hoist holds, the vehicle is prepared and
            // the safety chain permits; nothing is raised while the lock is anything but open.
            new Row(Phase.Gripping, Fact.HoistGrips | Fact.ReleasePermitted | Fact.HighVoltageOff,
                Fact.MustStop, Phase.Unlocking, Fault.None),
            new Row(Phase.Gripping, Fact.PhaseExpired, Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.GripTimeout),
            new Row(Phase.Gripping, Fact.PhaseExpired | Fact.HoistGrips,
                Fact.ReleasePermitted | Fact.MustStop, Phase.Held, Fault.ReleaseNotPermitted),
            new Row(Phase.Gripping, Fact.PhaseExpired | Fact.HoistGrips | Fact.ReleasePermitted,
                Fact.HighVoltageOff | Fact.MustStop, Phase.Held, Fault.HighVoltageNotOff),
            new Row(Phase.Unlocking, Fact.LockOpen | Fact.HoistGrips | Fact.ReleasePermitted | Fact.HighVoltageOff,
                Fact.LockClosed | Fact.MustStop, Phase.Lifting, Fault.None),
            new Row(Phase.Unlocking, Fact.None, Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.GripLost),
            new Row(Phase.Unlocking, Fact.HoistGrips,
                Fact.ReleasePermitted | Fact.MustStop, Phase.Held, Fault.ReleaseNotPermitted),
            new Row(Phase.Unlocking, Fact.HoistGrips | Fact.ReleasePermitted,
                Fact.HighVoltageOff | Fact.MustStop, Phase.Held, Fault.HighVoltageNotOff),
            new Row(Phase.Unlocking, Fact.PhaseExpired | Fact.HoistGrips | Fact.ReleasePermitted | Fact.HighVoltageOff,
                Fact.LockOpen | Fact.MustStop, Phase.Held, Fault.UnlockTimeout),
            new Row(Phase.Unlocking, Fact.HoistGrips | Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.LockOpen |
                Fact.LockClosed,
                Fact.MustStop, Phase.Held, Fault.LockContradicts),
            new Row(Phase.Lifting, Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised | Fact.HoistLoaded |
                Fact.ConnectorParted | Fact.StoreBayReady,
                Fact.PackOnVehicle | Fact.MustStop, Phase.Stowing, Fault.None),
            new Row(Phase.Lifting, Fact.None, Fact.LockOpen | Fact.MustStop, Phase.Held, Fault.LockNotOpen),
            new Row(Phase.Lifting, Fact.LockOpen, Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.GripLost),
            new Row(Phase.Lifting, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips,
                Fact.HoistRaised | Fact.MustStop, Phase.Held, Fault.LiftTimeout),
            new Row(Phase.Lifting, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised,
                Fact.HoistLoaded | Fact.MustStop, Phase.Held, Fault.LiftTimeout),
            new Row(Phase.Lifting, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised |
                Fact.HoistLoaded,
                Fact.ConnectorParted | Fact.MustStop, Phase.Held, Fault.ConnectorNotParted),
            new Row(Phase.Lifting, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised |
                Fact.HoistLoaded | Fact.ConnectorParted | Fact.PackOnVehicle,
                Fact.MustStop, Phase.Held, Fault.LiftTimeout),
            new Row(Phase.Lifting, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised |
                Fact.HoistLoaded | Fact.ConnectorParted,
                Fact.PackOnVehicle | Fact.StoreBayReady | Fact.MustStop, Phase.Held, Fault.StoreBayNotReady),

            // Old pack into its bay, new pack out of its bay.
            new Row(Phase.Stowing, Fact.StoreBayFilled | Fact.HoistRaised | Fact.NewPackReady,
                Fact.HoistLoaded | Fact.MustStop, Phase.Fetching, Fault.None),
            new Row(Phase.Stowing, Fact.PhaseExpired,
                Fact.StoreBayFilled | Fact.MustStop, Phase.Held, Fault.StowTimeout),
            new Row(Phase.Stowing, Fact.PhaseExpired | Fact.StoreBayFilled,
                Fact.HoistRaised | Fact.MustStop, Phase.Held, Fault.StowTimeout),
            new Row(Phase.Stowing, Fact.PhaseExpired | Fact.StoreBayFilled | Fact.HoistRaised | Fact.HoistLoaded,
                Fact.MustStop, Phase.Held, Fault.StowTimeout),
            new Row(Phase.Stowing, Fact.PhaseExpired | Fact.StoreBayFilled | Fact.HoistRaised,
                Fact.HoistLoaded | Fact.NewPackReady | Fact.MustStop, Phase.Held, Fault.NewPackNotReady),
            new Row(Phase.Fetching, Fact.TakeBayEmptied | Fact.HoistRaised | Fact.HoistLoaded | Fact.HoistGrips,
                Fact.MustStop, Phase.Placing, Fault.None),
            new Row(Phase.Fetching, Fact.PhaseExpired,
                Fact.TakeBayEmptied | Fact.MustStop, Phase.Held, Fault.FetchTimeout),
            new Row(Phase.Fetching, Fact.PhaseExpired | Fact.TakeBayEmptied,
                Fact.HoistRaised | Fact.MustStop, Phase.Held, Fault.FetchTimeout),
            new Row(Phase.Fetching, Fact.PhaseExpired | Fact.TakeBayEmptied | Fact.HoistRaised,
                Fact.HoistLoaded | Fact.MustStop, Phase.Held, Fault.FetchTimeout),
            new Row(Phase.Fetching, Fact.PhaseExpired | Fact.TakeBayEmptied | Fact.HoistRaised | Fact.HoistLoaded,
                Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.FetchTimeout),

            // The new pack onto the vehicle. It is locked only when the connector is mated.
            new Row(Phase.Placing, Fact.LockOpen | Fact.HoistGrips | Fact.PackInPlace,
                Fact.HoistRaised | Fact.MustStop, Phase.Mating, Fault.None),
            new Row(Phase.Placing, Fact.None, Fact.LockOpen | Fact.MustStop, Phase.Held, Fault.LockNotOpen),
            new Row(Phase.Placing, Fact.LockOpen, Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.GripLost),
            new Row(Phase.Placing, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips,
                Fact.PackInPlace | Fact.MustStop, Phase.Held, Fault.PlaceTimeout),
            new Row(Phase.Placing, Fact.PhaseExpired | Fact.LockOpen | Fact.HoistGrips | Fact.PackInPlace |
                Fact.HoistRaised,
                Fact.MustStop, Phase.Held, Fault.PlaceTimeout),
            new Row(Phase.Mating, Fact.HoistGrips | Fact.ConnectorMated | Fact.PackInPlace,
                Fact.MustStop, Phase.Locking, Fault.None),
            new Row(Phase.Mating, Fact.None, Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.GripLost),
            new Row(Phase.Mating, Fact.PhaseExpired | Fact.HoistGrips,
                Fact.ConnectorMated | Fact.MustStop, Phase.Held, Fault.ConnectorNotMated),
            new Row(Phase.Mating, Fact.PhaseExpired | Fact.HoistGrips | Fact.ConnectorMated,
                Fact.PackInPlace | Fact.MustStop, Phase.Held, Fault.PlaceTimeout),
            new Row(Phase.Locking, Fact.LockClosed | Fact.ConnectorMated,
                Fact.LockOpen | Fact.MustStop, Phase.Verifying, Fault.None),
            new Row(Phase.Locking, Fact.None, Fact.ConnectorMated | Fact.MustStop, Phase.Held, Fault.ConnectorNotMated),
            new Row(Phase.Locking, Fact.PhaseExpired | Fact.ConnectorMated,
                Fact.LockClosed | Fact.MustStop, Phase.Held, Fault.LockTimeout),
            new Row(Phase.Locking, Fact.PhaseExpired | Fact.ConnectorMated | Fact.LockClosed | Fact.LockOpen,
                Fact.MustStop, Phase.Held, Fault.LockContradicts),
            new Row(Phase.Verifying, Fact.PhaseSettled | Fact.LockClosed | Fact.ConnectorMated | Fact.PlannedPackSeen |
                Fact.PackHealthy,
                Fact.LockOpen | Fact.MustStop, Phase.Withdrawing, Fault.None),
            new Row(Phase.Verifying, Fact.PhaseSettled, Fact.LockClosed | Fact.MustStop, Phase.Held, Fault.CameLoose),
            new Row(Phase.Verifying, Fact.PhaseSettled | Fact.LockClosed,
                Fact.ConnectorMated | Fact.MustStop, Phase.Held, Fault.CameLoose),
            new Row(Phase.Verifying, Fact.PhaseExpired | Fact.PhaseSettled | Fact.LockClosed | Fact.ConnectorMated,
                Fact.LockOpen | Fact.PlannedPackSeen | Fact.MustStop, Phase.Held, Fault.WrongPack),
            new Row(Phase.Verifying, Fact.PhaseExpired | Fact.PhaseSettled | Fact.LockClosed | Fact.ConnectorMated |
                Fact.PlannedPackSeen,
                Fact.LockOpen | Fact.PackHealthy | Fact.MustStop, Phase.Held, Fault.NewPackUnhealthy),
            new Row(Phase.Verifying, Fact.PhaseSettled | Fact.LockClosed | Fact.LockOpen | Fact.ConnectorMated,
                Fact.MustStop, Phase.Held, Fault.LockContradicts),
            new Row(Phase.Withdrawing, Fact.HoistRaised | Fact.LockClosed | Fact.ConnectorMated,
                Fact.HoistGrips | Fact.HoistLoaded | Fact.MustStop, Phase.Releasing, Fault.None),
            new Row(Phase.Withdrawing, Fact.None, Fact.LockClosed | Fact.MustStop, Phase.Held, Fault.CameLoose),
            new Row(Phase.Withdrawing, Fact.LockClosed,
                Fact.ConnectorMated | Fact.MustStop, Phase.Held, Fault.CameLoose),
            new Row(Phase.Withdrawing, Fact.PhaseExpired | Fact.LockClosed | Fact.ConnectorMated,
                Fact.HoistRaised | Fact.MustStop, Phase.Held, Fault.WithdrawTimeout),
            new Row(Phase.Withdrawing, Fact.PhaseExpired | Fact.LockClosed | Fact.ConnectorMated | Fact.HoistRaised |
                Fact.HoistGrips,
                Fact.MustStop, Phase.Held, Fault.WithdrawTimeout),
            new Row(Phase.Withdrawing, Fact.PhaseExpired | Fact.LockClosed | Fact.ConnectorMated | Fact.HoistRaised |
                Fact.HoistLoaded,
                Fact.HoistGrips | Fact.MustStop, Phase.Held, Fault.WithdrawTimeout),
            new Row(Phase.Releasing, Fact.None, Fact.VehiclePresent, Phase.Idle, Fault.None),

            // Held: a person at the station confirms, and the sensors, not the memory, say where to go on.
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.LockClosed | Fact.ConnectorMated |
                Fact.PlannedPackSeen,
                Fact.LockOpen | Fact.MustStop, Phase.Verifying, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.LockClosed | Fact.ConnectorMated,
                Fact.LockOpen | Fact.PlannedPackSeen | Fact.MustStop, Phase.Preparing, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.LockOpen | Fact.ConnectorMated |
                Fact.PackInPlace,
                Fact.LockClosed | Fact.MustStop, Phase.Locking, Fault.None),
            new Row(Phase.Held, Fact.Confirmed,
                Fact.VehiclePresent | Fact.HoistLoaded | Fact.MustStop, Phase.Idle, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.BaysReserved | Fact.LockOpen |
                Fact.HoistGrips | Fact.HoistLoaded | Fact.ConnectorParted | Fact.HoistRaised | Fact.StoreBayReady,
                Fact.PackOnVehicle | Fact.ConnectorMated | Fact.PackInPlace | Fact.StoreBayFilled | Fact.MustStop, Phase.Stowing, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.BaysReserved | Fact.LockOpen |
                Fact.HoistGrips | Fact.HoistLoaded | Fact.ConnectorParted | Fact.StoreBayFilled | Fact.TakeBayEmptied,
                Fact.PackOnVehicle | Fact.ConnectorMated | Fact.PackInPlace | Fact.MustStop, Phase.Placing, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.BaysReserved | Fact.LockOpen |
                Fact.HoistRaised | Fact.ConnectorParted | Fact.StoreBayFilled | Fact.NewPackReady,
                Fact.PackOnVehicle | Fact.ConnectorMated | Fact.PackInPlace | Fact.HoistLoaded | Fact.HoistGrips | Fact.MustStop, Phase.Fetching, Fault.None),
            new Row(Phase.Held, Fact.Confirmed | Fact.VehiclePresent | Fact.BaysReserved | Fact.LockOpen |
                Fact.HoistGrips | Fact.PackInPlace | Fact.StoreBayFilled | Fact.TakeBayEmptied,
                Fact.ConnectorMated | Fact.MustStop, Phase.Mating, Fault.None),
            new Row(Phase.Stopped, Fact.Confirmed, Fact.FireDetected | Fact.SafetyChainOpen, Phase.Held, Fault.None),

            // Any cause stops any phase: fire for good, the rest until a person has looked.
            new Row(Phase.Idle, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Identifying, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Positioning, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Preparing, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Accepting, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Choosing, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Gripping, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Unlocking, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Lifting, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Stowing, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Fetching, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Placing, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Mating, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Locking, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Verifying, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Withdrawing, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Held, Fact.MustStop | Fact.FireDetected, Fact.None, Phase.Stopped, Fault.None),
            new Row(Phase.Identifying, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Positioning, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Preparing, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Accepting, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Choosing, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Gripping, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Unlocking, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Lifting, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Stowing, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Fetching, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Placing, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Mating, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Locking, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Verifying, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
            new Row(Phase.Withdrawing, Fact.MustStop, Fact.FireDetected, Phase.Held, Fault.None),
        };

        /// <summary>Why a phase must stop, the first that holds names the fault.</summary>
        public static readonly Cause[] Causes = new Cause[]
        {
            new Cause(Fact.FireDetected, Phase.Idle, Phase.Held, Fault.FireDetected),
            new Cause(Fact.SafetyChainOpen, Phase.Idle, Phase.Withdrawing, Fault.SafetyChainOpen),
            new Cause(Fact.SafetyChainOpen, Phase.Held, Phase.Held, Fault.SafetyChainOpen),
            new Cause(Fact.AbortPressed, Phase.Idle, Phase.Withdrawing, Fault.AbortPressed),
            new Cause(Fact.AbortPressed, Phase.Held, Phase.Held, Fault.AbortPressed),
            new Cause(Fact.LockContradicts, Phase.Accepting, Phase.Withdrawing, Fault.LockContradicts),
            new Cause(Fact.LockSignalLost, Phase.Accepting, Phase.Withdrawing, Fault.LockSignalLost),
            new Cause(Fact.VehicleUnprepared, Phase.Accepting, Phase.Withdrawing, Fault.VehicleUnprepared),
            new Cause(Fact.RelayWelded, Phase.Preparing, Phase.Unlocking, Fault.RelayWelded),
            new Cause(Fact.BaySilent, Phase.Gripping, Phase.Fetching, Fault.BaySilent),
        };

        /// <summary>What each phase asks for once it is stored.</summary>
        public static readonly Drive[] Outputs = new Drive[Phases]
        {
            /* Idle        */ Drive.None,
            /* Identifying */ Drive.HoldVehicle,
            /* Positioning */ Drive.None,
            /* Preparing   */ Drive.HoldVehicle,
            /* Accepting   */ Drive.HoldVehicle,
            /* Choosing    */ Drive.HoldVehicle,
            /* Gripping    */ Drive.HoldVehicle | Drive.Grip,
            /* Unlocking   */ Drive.HoldVehicle | Drive.Unlock,
            /* Lifting     */ Drive.HoldVehicle | Drive.Lift,
            /* Stowing     */ Drive.HoldVehicle | Drive.Stow,
            /* Fetching    */ Drive.HoldVehicle | Drive.Fetch,
            /* Placing     */ Drive.HoldVehicle | Drive.Place,
            /* Mating      */ Drive.HoldVehicle | Drive.Place,
            /* Locking     */ Drive.HoldVehicle | Drive.Lock,
            /* Verifying   */ Drive.HoldVehicle,
            /* Withdrawing */ Drive.HoldVehicle | Drive.Withdraw,
            /* Releasing   */ Drive.ReleaseVehicle,
            /* Held        */ Drive.HoldVehicle | Drive.CallPerson,
            /* Stopped     */ Drive.HoldVehicle | Drive.CallPerson,
        };

        /// <summary>True in the phases in which something may move.</summary>
        public static bool Moves(Phase phase)
        {
            return (Outputs[(int)phase] & Drive.Motion) != Drive.None;
        }
    }
}
