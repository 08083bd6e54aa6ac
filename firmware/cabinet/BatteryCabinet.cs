namespace SwapEdge.Firmware
{
    /// <summary>
    /// The two- and three-wheeler cabinet: a person puts the old pack into an empty door and takes a full one out of
    /// another. Nobody is there to confirm: a customer who is not known, or for whom there is no door, is sent away,
    /// and what is not put in, or not taken out, ends the swap when all doors are shut (OCPP: BatteryOutTimeout).
    /// </summary>
    public static class BatteryCabinet
    {
        public static SwapProfile Profile()
        {
            SwapProfile profile = new SwapProfile();
            profile.Name = "battery-cabinet";
            profile.InterfaceId = 3;
            profile.HasHoist = false;
            profile.LockPoints = 0;
            profile.LockByFrame = false;
            profile.IdentityByVin = false;
            profile.SwapLimitMs = 300000;
            profile.Steps = new StepPlan[]
            {
                new StepPlan(Phase.Identifying, Fact.IdentityKnown | Fact.VehicleAuthorised, Fact.None,
                    20000, 0, true),
                new StepPlan(Phase.Choosing, Fact.BaysReserved | Fact.NewPackReady, Fact.None, 20000, 0, true),
                new StepPlan(Phase.Admitting, Fact.DoorOpen, Fact.None, 5000, 2, true),
                new StepPlan(Phase.Inserting, Fact.StoreBayFilled | Fact.DoorsClosed, Fact.None, 120000, 0, true),
                new StepPlan(Phase.Accepting, Fact.OldPackAccepted | Fact.DoorsClosed, Fact.OldPackRejected,
                    20000, 0, true),
                new StepPlan(Phase.Dispensing, Fact.DoorOpen, Fact.None, 5000, 2, true),
                new StepPlan(Phase.Taking, Fact.TakeBayEmptied | Fact.DoorsClosed, Fact.None, 120000, 0, true),

                // Only for a pack that is refused.
                new StepPlan(Phase.GivingBack, Fact.DoorOpen, Fact.None, 5000, 2, false),
                new StepPlan(Phase.Returning, Fact.StoreBayReady | Fact.DoorsClosed, Fact.None, 120000, 0, false),
            };
            return profile;
        }
    }
}
