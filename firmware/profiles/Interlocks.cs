namespace SwapEdge.Firmware
{
    /// <summary>
    /// What must stay true while a phase asks for its drives. No profile can leave any of it out; what is lost holds
    /// the swap at once.
    /// </summary>
    public static class Interlocks
    {
        /// <summary>Facts that a phase needs in every pass.</summary>
        public static Fact Of(Phase phase)
        {
            switch (phase)
            {
                case Phase.Unlocking:
                    return Of(Drive.Unlock);
                case Phase.Lifting:
                    return Of(Drive.Lift);
                case Phase.Placing:
                case Phase.Mating:
                    return Of(Drive.Place);
                case Phase.Locking:
                    return Of(Drive.Lock);
                case Phase.Verifying:
                case Phase.Withdrawing:
                    return Of(Drive.Withdraw);
                case Phase.Admitting:
                    return Fact.StoreBayReady;
                case Phase.Dispensing:
                    return Fact.NewPackReady;
                case Phase.GivingBack:
                    return Fact.BaysReserved;
                default:
                    return Fact.None;
            }
        }

        /// <summary>Facts that a single drive needs. The vehicle's own state is among the causes to stop.</summary>
        public static Fact Of(Drive drive)
        {
            switch (drive)
            {
                case Drive.Unlock:
                    return Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips;
                case Drive.Lift:
                case Drive.Place:
                    return Fact.LockOpen | Fact.HoistGrips;
                case Drive.Lock:
                    return Fact.ConnectorMated;
                case Drive.Withdraw:
                    return Fact.LockClosed | Fact.ConnectorMated;
                default:
                    return Fact.None;
            }
        }

        /// <summary>Facts that end a phase at once, beside the causes to stop.</summary>
        public static Fact Never(Phase phase)
        {
            switch (phase)
            {
                case Phase.Gripping:
                    return Never(Drive.Grip);
                case Phase.Unlocking:
                    return Never(Drive.Unlock);
                case Phase.Withdrawing:
                    return Never(Drive.Withdraw);
                default:
                    return Fact.None;
            }
        }

        /// <summary>
        /// Facts with which a single drive is not given. While a pack hangs the hoist holds no other, and no gripper
        /// goes down or opens.
        /// </summary>
        public static Fact Never(Drive drive)
        {
            bool empty = drive == Drive.Grip || drive == Drive.Unlock || drive == Drive.Withdraw;
            return empty ? Fact.HoistLoaded : Fact.None;
        }

        /// <summary>
        /// What a technician gets of what is asked for by hand: one drive at a time, with its interlock. A hoist names
        /// no bay by hand; a cabinet opens one door while every door is shut.
        /// </summary>
        public static Drive ByHand(Drive asked, Fact seen)
        {
            const Fact refused = Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn | Fact.LockContradicts
                | Fact.LockSignalLost | Fact.LockImplausible | Fact.SensorsContradict;

            // A pack that hangs high, over a seat that has one.
            const Fact taken = Fact.HoistRaised | Fact.HoistLoaded | Fact.PackOnVehicle;
            switch (asked)
            {
                case Drive.Grip:
                case Drive.Unlock:
                case Drive.Lift:
                case Drive.Place:
                case Drive.Lock:
                case Drive.Withdraw:
                    Fact needed = Of(asked);
                    bool safe = (seen & needed) == needed && (seen & (refused | Never(asked))) == Fact.None
                        && (asked != Drive.Place || (seen & taken) != taken);
                    return safe ? asked : Drive.None;
                case Drive.OpenDoor:
                    return (seen & Fact.DoorsClosed) != Fact.None ? asked : Drive.None;
                default:
                    return Drive.None;
            }
        }
    }
}
