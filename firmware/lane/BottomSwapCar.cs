namespace SwapEdge.Firmware
{
    /// <summary>
    /// The passenger car whose pack is bolted under the floor. A platform under the car is the hoist: it grips when it
    /// carries the pack with its pins seated, and is raised when it stands clear of the car. Ten bolts, each with its
    /// own tool and its own two inputs; the connector is an input too. GB/T 29772-2024: 300 s.
    /// </summary>
    public static class BottomSwapCar
    {
        public static SwapProfile Profile()
        {
            SwapProfile profile = new SwapProfile();
            profile.Name = "bottom-swap-car";
            profile.InterfaceId = 2;
            profile.LockPoints = 10;
            profile.LockByFrame = false;
            profile.SwapLimitMs = 300000;
            profile.LockTravelMs = 500;
            profile.LockDisagreeMs = 5000;
            profile.Steps = new StepPlan[]
            {
                new StepPlan(Phase.Identifying, Fact.IdentityKnown | Fact.VehicleAuthorised, Fact.None,
                    30000, 1, false),
                new StepPlan(Phase.Positioning, Fact.VehicleInPosition | Fact.VehicleStill, Fact.None,
                    120000, 1, false),
                new StepPlan(Phase.Preparing, Fact.HandbrakeOn | Fact.GearNeutral | Fact.VehicleStill
                    | Fact.HighVoltageOff, Fact.RelayWelded, 60000, 0, false),
                new StepPlan(Phase.Accepting, Fact.OldPackAccepted, Fact.OldPackRejected, 20000, 1, false),
                new StepPlan(Phase.Choosing, Fact.BaysReserved | Fact.NewPackReady | Fact.HoistReady, Fact.None,
                    120000, 1, false),
                new StepPlan(Phase.Gripping, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips, Fact.None,
                    40000, 1, false),
                new StepPlan(Phase.Unlocking, Fact.LockOpen, Fact.None, 30000, 2, true),
                new StepPlan(Phase.Lifting, Fact.ConnectorParted | Fact.HoistRaised | Fact.HoistLoaded
                    | Fact.StoreBayReady, Fact.PackOnVehicle, 30000, 1, true),
                new StepPlan(Phase.Stowing, Fact.StoreBayFilled | Fact.HoistRaised | Fact.NewPackReady,
                    Fact.HoistLoaded, 60000, 1, true),
                new StepPlan(Phase.Fetching, Fact.TakeBayEmptied | Fact.HoistRaised | Fact.HoistLoaded
                    | Fact.HoistGrips, Fact.None, 60000, 1, false),
                new StepPlan(Phase.Placing, Fact.PackInPlace, Fact.HoistRaised, 40000, 1, false),
                new StepPlan(Phase.Mating, Fact.ConnectorMated | Fact.PackInPlace, Fact.None, 15000, 2, false),
                new StepPlan(Phase.Locking, Fact.LockClosed, Fact.None, 30000, 2, false),
                new StepPlan(Phase.Verifying, Fact.RightPackSeen | Fact.PackHealthy | Fact.PhaseSettled, Fact.None,
                    20000, 1, false),
                new StepPlan(Phase.Withdrawing, Fact.HoistRaised | Fact.RightPackSeen | Fact.PackHealthy,
                    Fact.HoistGrips | Fact.HoistLoaded, 30000, 1, false),
            };
            return profile;
        }
    }
}
