namespace SwapEdge.Firmware
{
    /// <summary>
    /// The least evidence of each step, whatever a profile says, and the order in which steps may come.
    /// </summary>
    public sealed class SafetyFloor
    {
        public readonly Phase Phase;
        public readonly Fact Require;
        public readonly Fact Forbid;

        /// <summary>The step cannot be left out.</summary>
        public readonly bool Needed;

        private SafetyFloor(Phase phase, Fact require, Fact forbid, bool needed)
        {
            Phase = phase;
            Require = require;
            Forbid = forbid;
            Needed = needed;
        }

        /// <summary>Stations in which a machine moves the pack, from above or below.</summary>
        public static SafetyFloor[] OfHoist()
        {
            return new SafetyFloor[]
            {
                new SafetyFloor(Phase.Identifying, Fact.IdentityKnown | Fact.VehicleAuthorised, Fact.None, true),
                new SafetyFloor(Phase.Positioning, Fact.VehicleInPosition | Fact.VehicleStill, Fact.None, true),
                new SafetyFloor(Phase.Preparing,
                    Fact.HandbrakeOn | Fact.GearNeutral | Fact.VehicleStill | Fact.HighVoltageOff,
                    Fact.RelayWelded, true),
                new SafetyFloor(Phase.Accepting, Fact.OldPackAccepted, Fact.OldPackRejected, true),
                new SafetyFloor(Phase.Choosing, Fact.BaysReserved | Fact.NewPackReady | Fact.HoistReady,
                    Fact.None, true),
                new SafetyFloor(Phase.Gripping, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips,
                    Fact.None, true),
                new SafetyFloor(Phase.Unlocking, Fact.LockOpen, Fact.None, true),
                new SafetyFloor(Phase.Lifting,
                    Fact.ConnectorParted | Fact.HoistRaised | Fact.HoistLoaded | Fact.StoreBayReady,
                    Fact.PackOnVehicle, true),
                new SafetyFloor(Phase.Stowing, Fact.StoreBayFilled | Fact.HoistRaised | Fact.NewPackReady,
                    Fact.HoistLoaded, true),
                new SafetyFloor(Phase.Fetching,
                    Fact.TakeBayEmptied | Fact.HoistRaised | Fact.HoistLoaded | Fact.HoistGrips, Fact.None, true),
                new SafetyFloor(Phase.Placing, Fact.PackInPlace, Fact.HoistRaised, true),
                new SafetyFloor(Phase.Mating, Fact.ConnectorMated | Fact.PackInPlace, Fact.None, true),
                new SafetyFloor(Phase.Locking, Fact.LockClosed, Fact.None, true),
                new SafetyFloor(Phase.Verifying, Fact.RightPackSeen | Fact.PackHealthy | Fact.PhaseSettled,
                    Fact.None, true),
                new SafetyFloor(Phase.Withdrawing, Fact.HoistRaised | Fact.RightPackSeen | Fact.PackHealthy,
                    Fact.HoistGrips | Fact.HoistLoaded, true),
            };
        }

        /// <summary>Cabinets, in which a person moves the pack.</summary>
        public static SafetyFloor[] OfDoors()
        {
            return new SafetyFloor[]
            {
                new SafetyFloor(Phase.Identifying, Fact.IdentityKnown | Fact.VehicleAuthorised, Fact.None, true),
                new SafetyFloor(Phase.Choosing, Fact.BaysReserved | Fact.NewPackReady, Fact.None, true),
                new SafetyFloor(Phase.Admitting, Fact.DoorOpen, Fact.None, true),
                new SafetyFloor(Phase.Inserting, Fact.StoreBayFilled | Fact.DoorsClosed, Fact.None, true),
                new SafetyFloor(Phase.Accepting, Fact.OldPackAccepted | Fact.DoorsClosed, Fact.OldPackRejected, true),
                new SafetyFloor(Phase.Dispensing, Fact.DoorOpen, Fact.None, true),
                new SafetyFloor(Phase.Taking, Fact.TakeBayEmptied | Fact.DoorsClosed, Fact.None, true),
                new SafetyFloor(Phase.GivingBack, Fact.DoorOpen, Fact.None, true),
                new SafetyFloor(Phase.Returning, Fact.StoreBayReady | Fact.DoorsClosed, Fact.None, true),
            };
        }
    }
}
