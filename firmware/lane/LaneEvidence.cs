using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Gathers what a lane's sensors, buses and bays say, and filters it over time, into one reading. A level counts
    /// once it has lasted; its loss, and every cause to stop, counts at once.
    /// </summary>
    public sealed class LaneEvidence
    {
        /// <summary>Causes to stop, and their end: a person confirms after them in any case.</summary>
        private const ulong AtOnce = LaneLevels.SafetyChainClosed | LaneLevels.FireLoopClosed
            | LaneLevels.AbortPressed | LaneLevels.DriverAborts;

        private const ulong Manual = LaneLevels.ManualSelected;

        /// <summary>All of the lock frame but its life counter.</summary>
        private const ulong LockSays = ~0UL << (int)LockFrame.LockPin;

        private readonly SwapProfile _profile;
        private readonly SwapPackBus _bus;
        private readonly BayBoard _bays;
        private readonly PackCheck _pack;
        private readonly MessageSlot _frame;
        private readonly LevelFilter _filter;
        private readonly PushButton _confirm;
        private readonly LockPace _pace;
        private readonly Disagreement _lock;
        private readonly Disagreement _seat;
        private readonly Disagreement _connector;
        private readonly Disagreement _other;
        private readonly Disagreement _away = new Disagreement(LaneFacts.AwayMs);

        // The lock frame that was read last.
        private ulong _frameWord;

        /// <summary>What the last pass saw.</summary>
        public readonly LaneReading Reading = new LaneReading();

        public readonly VehicleIdentity Vehicle;

        /// <summary>Serial of the pack that the vehicle came with; 0 while it is not known.</summary>
        public uint OldSerial;

        /// <summary>The pack on the vehicle is still the one that it came with.</summary>
        public bool Untouched = true;

        public LaneEvidence(NodeSettings settings, SwapPackBus bus, BayBoard bays)
        {
            _profile = settings.Profile;
            _bus = bus;
            _bays = bays;
            _pack = new PackCheck(bus, _profile);
            _frame = bus.Slot(SwapPackMessage.Lock);
            _filter = new LevelFilter(_profile.DebounceMs);
            _confirm = new PushButton(_profile.DebounceMs);
            _pace = new LockPace(_profile);
            _lock = new Disagreement(_profile.LockDisagreeMs);
            _seat = new Disagreement(_profile.SeatDisagreeMs);
            _other = new Disagreement(_profile.DebounceMs);
            _connector = new Disagreement(_profile.ConnectorDisagreeMs);
            Vehicle = new VehicleIdentity(settings.Vehicles);
            _frameWord = ~_frame.Word;
            ReadFrame();
        }

        /// <summary>All that is known now, but for what the step derives itself.</summary>
        /// <param name="inputs">Levels of this pass.</param>
        /// <param name="phase">Where the swap stands.</param>
        /// <param name="committed">The phase is stored.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public Fact Gather(LaneInputs inputs, Phase phase, bool committed, long nowMs)
        {
            Reading.Committed = committed;
            GatherLevels(inputs, nowMs);
            Reading.UnderWay = !SwapTable.IsAtRest(phase);
            Reading.IsAway = _away.Lasts(!Reading.Has(LaneSensor.VehiclePresent), nowMs);
            Reading.LockFrameAlive = _bus.LockValid(nowMs);
            ReadFrame();
            GatherIdentity(inputs, phase, nowMs);
            _pack.Gather(nowMs, Reading);
            GatherSerials();
            _bays.Gather(Reading, nowMs);
            Reading.LockDisagrees = _lock.Lasts(LaneFacts.LockDiffers(Reading, _profile), nowMs);
            bool seat = _seat.Lasts(LaneFacts.SeatDiffers(Reading), nowMs);
            bool connector = _connector.Lasts(LaneFacts.ConnectorDiffers(Reading, _profile), nowMs);
            Reading.SensorsDisagree = _profile.HasHoist && (seat || connector);
            return LaneFacts.Of(Reading, _profile);
        }

        /// <summary>Another phase begins.</summary>
        public void PhaseChanged(Phase to)
        {
            _pace.Forget();
            Untouched = Untouched && to != Phase.Unlocking && to != Phase.Maintenance;
        }

        /// <summary>Another vehicle, or another of its packs.</summary>
        public void NextPack()
        {
            OldSerial = 0;
            Untouched = true;
        }

        private void GatherLevels(LaneInputs inputs, long nowMs)
        {
            ulong levels = InputLevels.Of(inputs);

            // Manual counts at once and its loss does not: the filter is given its opposite. Likewise a point that is
            // open and closed counts as both at once.
            ulong stable = _filter.Of(levels ^ Manual, nowMs) ^ Manual;
            ulong both = (levels >> (int)LaneSensor.LockOpen) & (levels >> (int)LaneSensor.LockClosed) & 0xFFFF;
            stable |= both << (int)LaneSensor.LockOpen | both << (int)LaneSensor.LockClosed;
            Reading.Levels = (stable & ~AtOnce) | (levels & AtOnce);
            Reading.ConfirmEdge = _confirm.Edge(
                inputs.ConfirmPressed, Reading.Has(LaneSensor.ConfirmPressed), nowMs);
            _pace.Watch(inputs.LockOpenPoints, inputs.LockClosedPoints, nowMs);
            Reading.LockTooFast = _pace.TooFast;
        }

        private void ReadFrame()
        {
            if (((_frame.Word ^ _frameWord) & LockSays) == 0)
            {
                return;
            }

            _frameWord = _frame.Word;
            Reading.LockFramePin = LockFrame.LockPin.Read(_frame.Data);
            Reading.ConnectorLoop = LockFrame.Connector.Read(_frame.Data);
            Reading.DischargeCircuit = LockFrame.DischargeCircuit.Read(_frame.Data);
            Reading.ChargeCircuit = LockFrame.ChargeCircuit.Read(_frame.Data);
        }

        private void GatherIdentity(LaneInputs inputs, Phase phase, long nowMs)
        {
            bool byVin = _profile.IdentityByVin;
            bool heard = !byVin || (_bus.Vin.IsComplete && _bus.IsFresh(SwapPackMessage.Vin, nowMs));
            byte[] text = byVin ? _bus.Vin.Vin : inputs.Tag;
            int length = !heard ? 0 : byVin ? VinFrame.VinLength : inputs.TagLength;

            // Whoever is identified stays: another one is not the vehicle whose pack is being moved.
            bool open = phase == Phase.Identifying || SwapTable.IsAtRest(phase);
            Reading.IdentityRead = open ? Vehicle.Take(text, length) : Vehicle.Is(text, length);
            Reading.OtherIdentity = _other.Lasts(
                length > 0 && Vehicle.Length > 0 && !Reading.IdentityRead, nowMs);
            Reading.VehicleListed = Vehicle.MayBeServed(nowMs);
        }

        private void GatherSerials()
        {
            bool known = Reading.Verdict != PackVerdict.Unknown;
            uint serial = known ? _bus.PackCode.Serial : 0;
            OldSerial = OldSerial == 0 && Untouched ? serial : OldSerial;
            Reading.PlannedSerialSeen = serial != 0 && serial == _bays.PlannedSerial;
            Reading.OldSerialSeen = serial != 0 && serial == OldSerial;
        }
    }
}
