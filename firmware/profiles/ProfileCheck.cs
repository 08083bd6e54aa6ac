namespace SwapEdge.Firmware
{
    /// <summary>Why a profile is refused: the first rule that it breaks.</summary>
    public static class ProfileCheck
    {
        /// <summary>Longest limit that one step may have: ten minutes.</summary>
        private const int MostLimitMs = 600000;
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

        /// <summary>
        /// 0 when all is well; otherwise a <see cref="SettingsFlaw"/>, and with a step's its phase times 256.
        /// </summary>
        public static int Of(SwapProfile profile)
        {
            if (profile.Name == null || !NodeSettings.IsIdentifier(profile.Name))
            {
                return (int)SettingsFlaw.Name;
            }

            int steps = profile.Version < 1 ? (int)SettingsFlaw.Version
                : profile.Steps == null ? (int)SettingsFlaw.NoSteps : Steps(profile);
            return steps != 0 ? steps : (int)Numbers(profile);
        }

        private static int Steps(SwapProfile profile)
        {
            SafetyFloor[] floors = profile.HasHoist ? SafetyFloor.OfHoist() : SafetyFloor.OfDoors();
            int next = 0;
            for (int i = 0; i < floors.Length; i++)
            {
                SafetyFloor floor = floors[i];
                StepPlan step = next < profile.Steps.Length ? profile.Steps[next] : null;
                bool here = step != null && step.Phase == floor.Phase;
                SettingsFlaw flaw = here ? Step(profile, step, floor)
                    : floor.Needed ? SettingsFlaw.StepMissing : SettingsFlaw.None;
                if (flaw != SettingsFlaw.None)
                {
                    return (int)flaw | (int)floor.Phase << 8;
                }

                next += here ? 1 : 0;
            }

            return next == profile.Steps.Length ? 0 : (int)SettingsFlaw.StrangeStep;
        }

        private static SettingsFlaw Step(SwapProfile profile, StepPlan step, SafetyFloor floor)
        {
            Fact needs = step.Require | Interlocks.Of(step.Phase);
            Fact never = step.Forbid | Interlocks.Never(step.Phase);
            bool both = (needs & never) != Fact.None || IsBoth(needs, Fact.LockOpen | Fact.LockClosed)
                || IsBoth(needs, Fact.ConnectorMated | Fact.ConnectorParted)
                || IsBoth(needs, Fact.DoorOpen | Fact.DoorsClosed);
            Fact evidence = !profile.HasHoist ? AtDoors
                : profile.LockByFrame ? AtHoist : AtHoist & ~Fact.LockSignalAlive;
            return !IsBoth(step.Require, floor.Require) || !IsBoth(step.Forbid, floor.Forbid)
                    ? SettingsFlaw.StepLacksEvidence
                : both ? SettingsFlaw.StepContradicts
                : (step.Require & ~evidence) != Fact.None || (step.Forbid & ~(evidence | Unwanted)) != Fact.None
                    ? SettingsFlaw.StepWithoutEvidence
                : !SettingsCheck.Fits(step.LimitMs, 1000, MostLimitMs) ? SettingsFlaw.StepLimit
                : !SettingsCheck.Fits(step.Retries, 0, MostRetries) ? SettingsFlaw.StepRetries
                : step.GoesBack && WayBack.Of(step.Phase, profile.HasHoist) == Phase.Held
                    ? SettingsFlaw.StepNoWayBack
                : (step.Require & Fact.PhaseSettled) != Fact.None && step.LimitMs <= profile.SettleMs
                    ? SettingsFlaw.StepSettlesLate
                : SettingsFlaw.None;
        }

        private static bool IsBoth(Fact needs, Fact ends)
        {
            return (needs & ends) == ends;
        }

        private static SettingsFlaw Numbers(SwapProfile profile)
        {
            bool hoist = profile.HasHoist;
            return !SettingsCheck.Fits(profile.Packs, 1, hoist ? SwapProfile.MostPacks : 1) ? SettingsFlaw.Packs
                : !SettingsCheck.Fits(profile.LockPoints, hoist ? 1 : 0, SwapProfile.MostLockPoints)
                    ? SettingsFlaw.LockPoints
                : !SettingsCheck.Fits(profile.SettleMs, 100, 60000) ? SettingsFlaw.Settle
                : !SettingsCheck.Fits(profile.DebounceMs, 50, 2000) || profile.DebounceMs >= profile.SettleMs
                    ? SettingsFlaw.Debounce
                : !SettingsCheck.Fits(profile.LockDisagreeMs, 200, 10000) ? SettingsFlaw.LockDisagree
                : !SettingsCheck.Fits(profile.SeatDisagreeMs, 200, 30000)
                    || !SettingsCheck.Fits(profile.ConnectorDisagreeMs, 200, 30000) ? SettingsFlaw.SeatDisagree
                : profile.LockTravelMs < 0 || profile.LockTravelMs >= profile.LockDisagreeMs * 10
                    ? SettingsFlaw.LockTravel
                : !SettingsCheck.Fits(profile.InterfaceId, 1, 254) ? SettingsFlaw.Interface
                : !SettingsCheck.Fits(profile.TargetChargePermille, 1, 1000) ? SettingsFlaw.TargetCharge
                : !SettingsCheck.Fits(profile.AlarmLevelLimit, 1, 3) ? SettingsFlaw.AlarmLevel
                : !SettingsCheck.Fits(profile.TemperatureLimitC, 0, 80) ? SettingsFlaw.Temperature
                : !SettingsCheck.Fits(profile.TemperatureLeastC, -50, 0)
                    || !SettingsCheck.Fits(profile.ConnectorLimitC, 40, 150) ? SettingsFlaw.TemperatureLeast
                : !SettingsCheck.Fits(profile.InsulationOhmPerVolt, 100, 10000)
                    || !SettingsCheck.Fits(profile.SafeVoltageMv, 0, 60000) ? SettingsFlaw.Insulation
                : profile.SwapLimitMs > 0 ? SettingsFlaw.None : SettingsFlaw.SwapLimit;
        }
    }
}
