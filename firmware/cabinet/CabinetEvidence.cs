using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Gathers what a cabinet's panel, doors and packs say, filtered over time, into one reading; the same
    /// <see cref="LaneFacts"/> as in a lane make facts of it. A level counts once it has lasted; its loss, and every
    /// cause to stop, counts at once.
    /// </summary>
    public sealed class CabinetEvidence
    {
        private const ulong AtOnce = LaneLevels.SafetyChainClosed | LaneLevels.FireLoopClosed
            | LaneLevels.AbortPressed;

        private const ulong Manual = LaneLevels.ManualSelected;

        private readonly SwapProfile _profile;
        private readonly CabinetDoors _doors;
        private readonly DoorPlan _plan;
        private readonly LevelFilter _filter;
        private readonly PushButton _confirm;
        private readonly Disagreement _presence;
        private readonly Disagreement _away = new Disagreement(LaneFacts.AwayMs);
        private bool _identified;

        /// <summary>What the last pass saw.</summary>
        public readonly LaneReading Reading = new LaneReading();

        /// <summary>Who holds the session; the first tag of a session counts.</summary>
        public readonly VehicleIdentity User;

        public CabinetEvidence(NodeSettings settings, CabinetDoors doors, DoorPlan plan)
        {
            _profile = settings.Profile;
            _doors = doors;
            _plan = plan;
            _filter = new LevelFilter(_profile.DebounceMs);
            _confirm = new PushButton(_profile.DebounceMs);
            _presence = new Disagreement(_profile.SeatDisagreeMs);
            User = new VehicleIdentity(settings.Vehicles);
        }

        /// <summary>All that is known now, but for what the step derives itself.</summary>
        /// <param name="inputs">Levels of this pass.</param>
        /// <param name="phase">Where the swap stands; it names the door that "open" means.</param>
        /// <param name="committed">The phase is stored.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public Fact Gather(CabinetInputs inputs, Phase phase, bool committed, long nowMs)
        {
            Reading.Committed = committed;
            ulong levels = LevelsOf(inputs);
            ulong stable = _filter.Of(levels ^ Manual, nowMs) ^ Manual;
            Reading.Levels = (stable & ~AtOnce) | (levels & AtOnce);
            Reading.ConfirmEdge = _confirm.Edge(
                inputs.ConfirmPressed, Reading.Has(LaneSensor.ConfirmPressed), nowMs);

            // Before a door has opened a customer who turns away has left; what is asked next is asked anew.
            Reading.UnderWay = phase == Phase.Releasing;
            Reading.IsAway = _away.Lasts(!Reading.Has(LaneSensor.VehiclePresent), nowMs);
            GatherIdentity(inputs, phase, nowMs);
            GatherDoors(phase, nowMs);
            return LaneFacts.Of(Reading, _profile);
        }

        /// <summary>The session is over.</summary>
        public void Forget()
        {
            User.Forget();
            _identified = false;
        }

        /// <summary>Place of the door that a phase is about, -1 for none.</summary>
        public static int DoorOf(Phase phase, int store, int take)
        {
            switch (phase)
            {
                case Phase.Admitting:
                case Phase.Inserting:
                case Phase.Accepting:
                case Phase.GivingBack:
                case Phase.Returning:
                    return store;
                case Phase.Dispensing:
                case Phase.Taking:
                    return take;
                default:
                    return -1;
            }
        }

        private void GatherIdentity(CabinetInputs inputs, Phase phase, long nowMs)
        {
            if (phase == Phase.Idle && !inputs.UserPresent)
            {
                Forget();
            }
            else if (!_identified)
            {
                _identified = User.Take(inputs.Tag, inputs.TagLength);
            }

            Reading.IdentityRead = _identified;
            Reading.VehicleListed = User.MayBeServed(nowMs);
        }

        private void GatherDoors(Phase phase, long nowMs)
        {
            CabinetDoor[] doors = _doors.Doors;
            CabinetDoor store = _plan.Store < 0 ? null : doors[_plan.Store];
            CabinetDoor take = _plan.Take < 0 ? null : doors[_plan.Take];
            int named = DoorOf(phase, _plan.Store, _plan.Take);
            bool both = store != null && take != null;

            // One door at a time: what lets a door be opened counts only while every other one is shut, and the
            // charger behind it is off.
            Reading.Set(LaneSensor.DoorOpen, named >= 0 && doors[named].IsOpen);
            Reading.Set(LaneSensor.DoorsClosed, _doors.AreClosed(-1));
            bool off = named < 0 || doors[named].ContactorOpen;
            Reading.BothGranted = both && off && _doors.AreClosed(named);
            Reading.NewPackReady = _plan.IsNewPackReady(nowMs) && _doors.AreClosed(_plan.Take);
            Reading.StoreBayReady = _plan.IsStoreReady && _doors.AreClosed(_plan.Store);
            Reading.StoreBayFilled = store != null && store.Presence == BayPresence.Occupied;
            Reading.TakeBayEmptied = _plan.HasLeft();
            Reading.BaySmoke = !_doors.SmokeFree;
            Reading.TakeBayAlarm = take != null && take.IsBad();
            Reading.Verdict = store == null ? PackVerdict.Unknown : store.Verdict(nowMs);
            bool differs = IsContradictory(store) || IsContradictory(take);
            Reading.SensorsDisagree = _presence.Lasts(differs, nowMs);
        }

        private static bool IsContradictory(CabinetDoor door)
        {
            return door != null && door.Presence == BayPresence.Contradictory;
        }

        private static ulong LevelsOf(CabinetInputs inputs)
        {
            return (inputs.SafetyChainClosed ? LaneLevels.SafetyChainClosed : 0)
                | (inputs.FireLoopClosed ? LaneLevels.FireLoopClosed : 0)
                | (inputs.KeySwitchOn ? LaneLevels.KeySwitchOn : 0)
                | (inputs.ConfirmPressed ? LaneLevels.ConfirmPressed : 0)
                | (inputs.AbortPressed ? LaneLevels.AbortPressed : 0)
                | (inputs.ManualSelected ? LaneLevels.ManualSelected : 0)
                | (inputs.MaintenanceSelected ? LaneLevels.MaintenanceSelected : 0)
                | (inputs.UserPresent ? LaneLevels.VehiclePresent : 0);
        }
    }
}
