namespace SwapEdge.Firmware
{
    /// <summary>What a lost or missing fact is called, by phase.</summary>
    public static class Missing
    {
        /// <summary>The fault of a fact whose loss, or whose presence, holds a phase at once.</summary>
        public static Fault Lost(Phase phase, Fact fact)
        {
            switch (fact)
            {
                case Fact.LockOpen:
                    return Fault.LockNotOpen;
                case Fact.HoistGrips:
                    return Fault.GripLost;
                case Fact.ConnectorMated:
                    return phase == Phase.Locking ? Fault.ConnectorNotMated : Fault.CameLoose;
                case Fact.LockClosed:
                    return Fault.CameLoose;
                case Fact.HoistLoaded:
                    return Fault.HoistStillLoaded;
                case Fact.BaysReserved:
                    return Fault.DoorNotFree;
                default:
                    return AtLimit(phase, fact);
            }
        }

        /// <summary>The fault of a fact that a phase waited for in vain.</summary>
        public static Fault AtLimit(Phase phase, Fact fact)
        {
            switch (fact)
            {
                case Fact.MayGoOn:
                    return Fault.NotConfirmed;
                case Fact.IdentityKnown:
                    return Fault.IdentityUnknown;
                case Fact.VehicleAuthorised:
                    return Fault.VehicleNotAuthorised;
                case Fact.HighVoltageOff:
                    return Fault.HighVoltageNotOff;
                case Fact.RelayWelded:
                    return Fault.RelayWelded;
                case Fact.LockSignalAlive:
                    return Fault.LockSignalLost;
                case Fact.ReleasePermitted:
                    return Fault.ReleaseNotPermitted;
                case Fact.ConnectorMated:
                    return Fault.ConnectorNotMated;
                case Fact.ConnectorParted:
                    return Fault.ConnectorNotParted;
                case Fact.OldPackAccepted:
                    return Fault.OldPackUnknown;
                case Fact.RightPackSeen:
                    return Fault.WrongPack;
                case Fact.PackHealthy:
                    return Fault.NewPackUnhealthy;
                case Fact.BaysReserved:
                    return Fault.NoBay;
                case Fact.NewPackReady:
                    return Fault.NewPackNotReady;
                case Fact.StoreBayReady:
                    return Fault.StoreBayNotReady;
                case Fact.HoistReady:
                    return Fault.HoistNotReady;
                case Fact.DoorOpen:
                    return Fault.DoorNotOpened;
                case Fact.DoorsClosed:
                    return Fault.DoorNotClosed;
                default:
                    return AtLimit(phase);
            }
        }

        private static Fault AtLimit(Phase phase)
        {
            switch (phase)
            {
                case Phase.Identifying:
                    return Fault.IdentityUnknown;
                case Phase.Positioning:
                    return Fault.NotInPosition;
                case Phase.Gripping:
                    return Fault.GripTimeout;
                case Phase.Unlocking:
                    return Fault.UnlockTimeout;
                case Phase.Lifting:
                    return Fault.LiftTimeout;
                case Phase.Stowing:
                    return Fault.StowTimeout;
                case Phase.Fetching:
                    return Fault.FetchTimeout;
                case Phase.Placing:
                case Phase.Mating:
                    return Fault.PlaceTimeout;
                case Phase.Locking:
                    return Fault.LockTimeout;
                case Phase.Withdrawing:
                    return Fault.WithdrawTimeout;
                case Phase.Inserting:
                    return Fault.NothingInserted;
                case Phase.Taking:
                    return Fault.PackNotTaken;
                case Phase.GivingBack:
                case Phase.Returning:
                    return Fault.OldPackRejected;
                default:
                    return Fault.NotPrepared;
            }
        }
    }
}
