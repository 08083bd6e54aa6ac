namespace SwapEdge.Firmware
{
    /// <summary>
    /// Why a phase must stop. The first that holds names the fault. A vehicle that has been released is not held back
    /// by a fire.
    /// </summary>
    public static class SwapCauses
    {
        private const uint Before = 1u << (int)Phase.Identifying | 1u << (int)Phase.Positioning;
        private const uint Handled = 1u << (int)Phase.Accepting | 1u << (int)Phase.Choosing
            | 1u << (int)Phase.Gripping | 1u << (int)Phase.Unlocking | 1u << (int)Phase.Lifting
            | 1u << (int)Phase.Stowing | 1u << (int)Phase.Fetching | 1u << (int)Phase.Placing
            | 1u << (int)Phase.Mating | 1u << (int)Phase.Locking | 1u << (int)Phase.Verifying
            | 1u << (int)Phase.Withdrawing;

        private const uint Doors = 1u << (int)Phase.Admitting | 1u << (int)Phase.Inserting
            | 1u << (int)Phase.Dispensing | 1u << (int)Phase.Taking | 1u << (int)Phase.GivingBack
            | 1u << (int)Phase.Returning;

        private const uint Identified = 1u << (int)Phase.Positioning | 1u << (int)Phase.Preparing | Handled;
        private const uint Swapping = Before | 1u << (int)Phase.Preparing | Handled | Doors;
        private const uint Attended = Swapping | 1u << (int)Phase.Held | 1u << (int)Phase.Maintenance;
        private const uint Idle = 1u << (int)Phase.Idle | 1u << (int)Phase.OutOfService;
        private const uint ToUnlocking = 1u << (int)Phase.Preparing | 1u << (int)Phase.Accepting
            | 1u << (int)Phase.Choosing | 1u << (int)Phase.Gripping | 1u << (int)Phase.Unlocking;

        private const uint ToStowing = 1u << (int)Phase.Gripping | 1u << (int)Phase.Unlocking
            | 1u << (int)Phase.Lifting | 1u << (int)Phase.Stowing;

        private const uint Unlocked = 1u << (int)Phase.Unlocking | 1u << (int)Phase.Lifting | 1u << (int)Phase.Stowing
            | 1u << (int)Phase.Fetching | 1u << (int)Phase.Placing | 1u << (int)Phase.Mating | 1u << (int)Phase.Locking;

        private const uint WithBays = ToStowing | 1u << (int)Phase.Fetching;
        private const uint WithTakeBay = WithBays | 1u << (int)Phase.Dispensing | 1u << (int)Phase.Taking;

        public static readonly Cause[] All = new Cause[]
        {
            new Cause(Fact.FireDetected, Attended | Idle, Fault.FireDetected),
            new Cause(Fact.RunawayDetected, Attended | Idle, Fault.RunawayDetected),
            new Cause(Fact.BaySmoke, Attended | Idle, Fault.BaySmoke),
            new Cause(Fact.SafetyChainOpen, Attended | Idle, Fault.SafetyChainOpen),
            new Cause(Fact.AbortPressed, Attended | Idle, Fault.AbortPressed),
            new Cause(Fact.DriverAborts, Swapping, Fault.DriverAborted),
            new Cause(Fact.CityAborts, Swapping, Fault.CityAborted),
            new Cause(Fact.LockContradicts, Handled, Fault.LockContradicts),
            new Cause(Fact.LockImplausible, Handled, Fault.LockImplausible),
            new Cause(Fact.LockSignalLost, Handled, Fault.LockSignalLost),
            new Cause(Fact.SensorsContradict, Handled | Doors, Fault.SensorsContradict),
            new Cause(Fact.OtherVehicle, Identified, Fault.OtherVehicle),
            new Cause(Fact.VehicleUnprepared, Handled, Fault.VehicleUnprepared),
            new Cause(Fact.RelayWelded, ToUnlocking, Fault.RelayWelded),
            new Cause(Fact.HighVoltageOn, Unlocked, Fault.HighVoltageOn),
            new Cause(Fact.BaySilent, WithBays, Fault.BaySilent),
            new Cause(Fact.StoreBayAlarm, ToStowing, Fault.StoreBayAlarm),
            new Cause(Fact.TakeBayAlarm, WithTakeBay, Fault.TakeBayAlarm),
        };

        /// <summary>Facts by which somebody ends a swap.</summary>
        public const Fact Aborts = Fact.AbortPressed | Fact.DriverAborts | Fact.CityAborts;

        /// <summary>Facts of an emergency.</summary>
        public const Fact Emergencies = Fact.FireDetected | Fact.RunawayDetected | Fact.BaySmoke;

        /// <summary>First cause in the list that holds, or none.</summary>
        public static Fault Of(Phase phase, Fact seen)
        {
            return Of(All, phase, seen);
        }

        /// <summary>The same of another list.</summary>
        public static Fault Of(Cause[] causes, Phase phase, Fact seen)
        {
            uint bit = 1u << (int)phase;
            for (int i = 0; i < causes.Length; i++)
            {
                Cause cause = causes[i];
                if ((seen & cause.Fact) != Fact.None && (cause.Phases & bit) != 0)
                {
                    return cause.Fault;
                }
            }

            return Fault.None;
        }
    }
}
