namespace SwapEdge.Firmware
{
    /// <summary>
    /// The heavy truck with its pack behind the cab, lifted from above. Limits are such that usual durations stay
    /// within the 360 s of GB/T 29772-2024 for commercial vehicles.
    /// </summary>
    public static class TopLiftTruck
    {
        public static SwapProfile Profile()
        {
            SwapProfile profile = new SwapProfile();
            profile.Name = "top-lift-truck";
            profile.Steps = Steps(Fact.LockSignalAlive);
            return profile;
        }

        /// <summary>The same truck with several packs in a row, CATL Qiji style.</summary>
        public static SwapProfile WithPacks(int packs)
        {
            SwapProfile profile = Profile();
            profile.Name = "top-lift-truck-" + packs.ToString();
            profile.Packs = packs;
            profile.SwapLimitMs = 360000L * packs;
            return profile;
        }

        /// <summary>The steps of every station with a hoist from above.</summary>
        /// <param name="prepared">What this kind of vehicle must show beside the least.</param>
        public static StepPlan[] Steps(Fact prepared)
        {
            return new StepPlan[]
            {
                new StepPlan(Phase.Identifying, Fact.IdentityKnown | Fact.VehicleAuthorised, Fact.None,
                    60000, 0, false),
                new StepPlan(Phase.Positioning, Fact.VehicleInPosition | Fact.VehicleStill, Fact.None,
                    180000, 0, false),
                new StepPlan(Phase.Preparing, Fact.HandbrakeOn | Fact.GearNeutral | Fact.VehicleStill
                    | Fact.HighVoltageOff | prepared, Fact.RelayWelded, 120000, 0, false),
                new StepPlan(Phase.Accepting, Fact.OldPackAccepted, Fact.OldPackRejected, 30000, 1, false),
                new StepPlan(Phase.Choosing, Fact.BaysReserved | Fact.NewPackReady | Fact.HoistReady, Fact.None,
                    180000, 1, false),
                new StepPlan(Phase.Gripping, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips, Fact.None,
                    90000, 1, false),
                new StepPlan(Phase.Unlocking, Fact.LockOpen, Fact.None, 10000, 2, true),
                new StepPlan(Phase.Lifting, Fact.ConnectorParted | Fact.HoistRaised | Fact.HoistLoaded
                    | Fact.StoreBayReady, Fact.PackOnVehicle, 60000, 1, true),
                new StepPlan(Phase.Stowing, Fact.StoreBayFilled | Fact.HoistRaised | Fact.NewPackReady,
                    Fact.HoistLoaded, 120000, 1, true),
                new StepPlan(Phase.Fetching, Fact.TakeBayEmptied | Fact.HoistRaised | Fact.HoistLoaded
                    | Fact.HoistGrips, Fact.None, 120000, 1, false),
                new StepPlan(Phase.Placing, Fact.PackInPlace, Fact.HoistRaised, 120000, 1, false),
                new StepPlan(Phase.Mating, Fact.ConnectorMated | Fact.PackInPlace, Fact.None, 20000, 2, false),
                new StepPlan(Phase.Locking, Fact.LockClosed, Fact.None, 10000, 2, false),
                new StepPlan(Phase.Verifying, Fact.RightPackSeen | Fact.PackHealthy | Fact.PhaseSettled, Fact.None,
                    30000, 1, false),
                new StepPlan(Phase.Withdrawing, Fact.HoistRaised | Fact.RightPackSeen | Fact.PackHealthy,
                    Fact.HoistGrips | Fact.HoistLoaded, 60000, 1, false),
            };
        }
    }
}
