namespace SwapEdge.Firmware
{
    /// <summary>
    /// Where a step leads that has failed for the last time: the old pack is put back and locked, the door is left.
    /// </summary>
    public static class WayBack
    {
        /// <summary>The phase that undoes the step; Held when there is none.</summary>
        public static Phase Of(Phase phase, bool hasHoist)
        {
            switch (phase)
            {
                case Phase.Unlocking:
                    return Phase.Locking;
                case Phase.Lifting:
                case Phase.Stowing:
                    return Phase.Placing;
                case Phase.Accepting:
                    return hasHoist ? Phase.Held : Phase.GivingBack;
                case Phase.Identifying:
                case Phase.Choosing:
                    return hasHoist ? Phase.Held : Phase.Releasing;
                case Phase.Admitting:
                case Phase.Inserting:
                case Phase.Dispensing:
                case Phase.Taking:
                    return Phase.Releasing;
                default:
                    return Phase.Held;
            }
        }

        /// <summary>What must be true to go that way.</summary>
        public static Fact Needs(Phase phase)
        {
            switch (phase)
            {
                case Phase.Unlocking:
                    return Fact.ConnectorMated | Fact.PackInPlace;
                case Phase.Lifting:
                    return Fact.LockOpen | Fact.HoistGrips;
                case Phase.Stowing:
                    return Fact.LockOpen | Fact.HoistGrips | Fact.HoistLoaded | Fact.HoistRaised;
                case Phase.Identifying:
                case Phase.Choosing:
                case Phase.Admitting:
                case Phase.Inserting:
                case Phase.Dispensing:
                case Phase.Taking:
                    return Fact.DoorsClosed;
                default:
                    return Fact.None;
            }
        }
    }
}
