namespace SwapEdge.Firmware
{
    /// <summary>Why a profile is refused, in words for whoever wrote it.</summary>
    public static class ProfileCheck
    {
        /// <summary>Longest limit that one step may have: ten minutes.</summary>
        private const long MostLimitMs = 600000;
        private const int MostRetries = 9;

        // What is evidence of a step; the rest is of people, of the clock, or a cause to stop.
        private const Fact Anywhere = Fact.VehiclePresent | Fact.IdentityKnown | Fact.VehicleAuthorised
            | Fact.OldPackAccepted | Fact.BaysReserved | Fact.NewPackReady | Fact.StoreBayReady | Fact.StoreBayFilled
            | Fact.TakeBayEmptied | Fact.PhaseSettled;

        private const Fact AtHoist = Anywhere | Fact.VehicleInPosition | Fact.VehicleStill | Fact.HandbrakeOn
            | Fact.GearNeutral | Fact.HighVoltageOff | Fact.ReleasePermitted | Fact.LockSignalAlive | Fact.LockOpen
            | Fact.LockClosed | Fact.ConnectorMated | Fact.ConnectorParted | Fact.PackOnVehicle | Fact.PackInPlace
            | Fact.PlannedPackSeen | Fact.RightPackSeen | Fact.PackHealthy | Fact.HoistReady | Fact.HoistGrips
            | Fact.HoistRaised | Fact.HoistLoaded;

        private const Fact AtDoors = Anywhere | Fact.DoorOpen | Fact.DoorsClosed;
        private const Fact Unwanted = Fact.RelayWelded | Fact.OldPackRejected;

        /// <summary>Null when all is well.</summary>
        public static string Of(SwapProfile profile)
        {
            if (profile.Name == null || !NodeSettings.IsIdentifier(profile.Name))
            {
                return "Name: 1 to 24 of a-z, 0-9 and '-'";
            }

            if (profile.Version < 1)
            {
                return "Version: from 1";
            }

            string steps = profile.Steps == null ? "Steps: none" : Steps(profile);
            return steps != null ? steps : Numbers(profile);
        }

        private static string Steps(SwapProfile profile)
        {
            SafetyFloor[] floors = profile.HasHoist ? SafetyFloor.OfHoist() : SafetyFloor.OfDoors();
            int next = 0;
            for (int i = 0; i < floors.Length; i++)
            {
                SafetyFloor floor = floors[i];
                StepPlan step = next < profile.Steps.Length ? profile.Steps[next] : null;
                if (step == null || step.Phase != floor.Phase)
                {
                    if (floor.Needed)
                    {
                        return "Steps: " + PhaseText.Of(floor.Phase) + " is missing or not in its place";
                    }

                    continue;
                }

                string wrong = Step(profile, step, floor);
                if (wrong != null)
                {
                    return "Steps: " + PhaseText.Of(floor.Phase) + ": " + wrong;
                }

                next++;
            }

            return next == profile.Steps.Length ? null : "Steps: a step that this kind of station does not have";
        }

        private static string Step(SwapProfile profile, StepPlan step, SafetyFloor floor)
        {
            if ((step.Require & floor.Require) != floor.Require || (step.Forbid & floor.Forbid) != floor.Forbid)
            {
                return "leaves out evidence that no profile may leave out";
            }

            Fact needs = step.Require | Interlocks.Of(step.Phase);
            Fact never = step.Forbid | Interlocks.Never(step.Phase);
            if ((needs & never) != Fact.None || IsBoth(needs, Fact.LockOpen | Fact.LockClosed)
                || IsBoth(needs, Fact.ConnectorMated | Fact.ConnectorParted)
                || IsBoth(needs, Fact.DoorOpen | Fact.DoorsClosed))
            {
                return "forbids what it requires";
            }

            Fact evidence = !profile.HasHoist ? AtDoors
                : profile.LockByFrame ? AtHoist : AtHoist & ~Fact.LockSignalAlive;
            if ((step.Require & ~evidence) != Fact.None || (step.Forbid & ~(evidence | Unwanted)) != Fact.None)
            {
                return "asks for what is not evidence";
            }

            if (step.LimitMs < 1000 || step.LimitMs > MostLimitMs)
            {
                return "LimitMs: 1000 to 600000";
            }

            if (step.Retries < 0 || step.Retries > MostRetries)
            {
                return "Retries: 0 to 9";
            }

            if (step.GoesBack && WayBack.Of(step.Phase, profile.HasHoist) == Phase.Held)
            {
                return "there is no way back from it";
            }

            bool settles = (step.Require & Fact.PhaseSettled) != Fact.None;
            return settles && step.LimitMs <= profile.SettleMs ? "its limit is not longer than SettleMs" : null;
        }

        private static bool IsBoth(Fact needs, Fact ends)
        {
            return (needs & ends) == ends;
        }

        private static string Numbers(SwapProfile profile)
        {
            if (profile.Packs < 1 || profile.Packs > (profile.HasHoist ? SwapProfile.MostPacks : 1))
            {
                return "Packs: 1 to 4, at a cabinet 1";
            }

            if (profile.LockPoints < (profile.HasHoist ? 1 : 0) || profile.LockPoints > SwapProfile.MostLockPoints)
            {
                return "LockPoints: 1 to 16";
            }

            if (profile.SettleMs < 100 || profile.SettleMs > 60000)
            {
                return "SettleMs: 100 to 60000";
            }

            if (profile.DebounceMs < 50 || profile.DebounceMs > 2000 || profile.DebounceMs >= profile.SettleMs)
            {
                return "DebounceMs: 50 to 2000, less than SettleMs";
            }

            if (profile.LockDisagreeMs < 200 || profile.LockDisagreeMs > 10000)
            {
                return "LockDisagreeMs: 200 to 10000";
            }

            if (profile.SeatDisagreeMs < 200 || profile.SeatDisagreeMs > 30000
                || profile.ConnectorDisagreeMs < 200 || profile.ConnectorDisagreeMs > 30000)
            {
                return "SeatDisagreeMs, ConnectorDisagreeMs: 200 to 30000";
            }

            if (profile.LockTravelMs < 0 || profile.LockTravelMs >= profile.LockDisagreeMs * 10)
            {
                return "LockTravelMs: 0 to ten times LockDisagreeMs";
            }

            if (profile.InterfaceId < 1 || profile.InterfaceId > 254)
            {
                return "InterfaceId: 1 to 254";
            }

            if (profile.TargetChargePermille <= 0 || profile.TargetChargePermille > 1000)
            {
                return "TargetChargePermille: 1 to 1000";
            }

            if (profile.AlarmLevelLimit < 1 || profile.AlarmLevelLimit > 3)
            {
                return "AlarmLevelLimit: 1 to 3";
            }

            if (profile.TemperatureLimitC < 0 || profile.TemperatureLimitC > 80)
            {
                return "TemperatureLimitC: 0 to 80";
            }

            if (profile.TemperatureLeastC < -50 || profile.TemperatureLeastC > 0
                || profile.ConnectorLimitC < 40 || profile.ConnectorLimitC > 150)
            {
                return "TemperatureLeastC: -50 to 0; ConnectorLimitC: 40 to 150";
            }

            if (profile.InsulationOhmPerVolt < 100 || profile.InsulationOhmPerVolt > 10000
                || profile.SafeVoltageMv < 0 || profile.SafeVoltageMv > 60000)
            {
                return "InsulationOhmPerVolt: 100 to 10000; SafeVoltageMv: 0 to 60000";
            }

            return profile.SwapLimitMs > 0 ? null : "SwapLimitMs: more than 0";
        }
    }
}
