using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A cabinet in a pass: reads its doors, asks its packs, gathers facts, steps the machine, gives the drives, and
    /// records what changed. It has its doors to itself: no station link, no bays of others.
    /// </summary>
    public sealed class Cabinet : SwapRole
    {
        private readonly ICabinetIo _io;
        private readonly Journal _journal;
        private readonly CabinetRecords _records;
        private readonly CabinetEvidence _evidence;
        private readonly CabinetInputs _inputs = new CabinetInputs();
        private readonly PackLine _line;
        private readonly SwapTable _table;
        private SwapState _state = new SwapState();
        private SwapState _next = new SwapState();
        private ulong _phaseSequence;

        public readonly CabinetDoors Doors;

        /// <summary>The two doors of the swap under way.</summary>
        public readonly DoorPlan Plan;

        /// <summary>The order that the next swap is made for, told before its customer comes.</summary>
        public SwapOrder Order
        {
            get { return _records.Order; }
        }

        public Cabinet(
            NodeSettings settings, CabinetPorts ports, Journal journal, EventWriter events, ServiceLatch latch)
            : base(settings, journal, latch)
        {
            _io = ports.Cabinet;
            _journal = journal;
            _table = new SwapTable(settings.Profile);
            Doors = new CabinetDoors(settings, ports, events);
            Plan = new DoorPlan(Doors.Doors, settings.Profile.TargetChargePermille);
            _line = new PackLine(ports.PackLine, _io, Doors.Doors);
            _evidence = new CabinetEvidence(settings, Doors, Plan);
            _records = new CabinetRecords(settings, _table, events, Doors, Plan, _evidence.User);
        }

        public override SwapState State
        {
            get { return _state; }
        }

        public override SwapState Given
        {
            get { return _next; }
        }

        public override uint RequestId
        {
            get { return _records.RequestId; }
        }

        public override LaneReading Reading
        {
            get { return _evidence.Reading; }
        }

        /// <summary>The customer, by his card.</summary>
        public override VehicleIdentity Vehicle
        {
            get { return _evidence.User; }
        }

        public override int StoreBay
        {
            get { return Plan.StoreBay; }
        }

        public override int TakeBay
        {
            get { return Plan.TakeBay; }
        }

        public override bool ReadBus(int index, BusFigures into)
        {
            into.Kind = BusKind.PackLine;
            into.Lost = _line.Unanswered;
            into.Frames = _line.Framer.Counts.All;
            return index == 0;
        }

        public override CommandReason Limit(CommandRecord command, long utcMs, long nowMs)
        {
            return Doors.Limits.Set(command, utcMs, nowMs);
        }

        protected override void Restore(EventRecord last, bool sure, long nowMs)
        {
            _state.EnteredMs = nowMs;
            Doors.Start();
            if (!sure || (last.Kind == EventKind.SwapStep && !SwapTable.IsAtRest((Phase)last.Phase)))
            {
                _state.Phase = Phase.Held;
                _state.Fault = Fault.PowerLost;
                _state.Pack = 1;
                _state.Aborted = last.Aborted;
                _records.Resume(last, _journal);
                _phaseSequence = _records.Step((Phase)last.Phase, _state, Fact.None, 0, nowMs);
            }
        }

        public override bool Keep(long nowMs)
        {
            return Doors.Keep(nowMs);
        }

        public override void Describe(int bay, BayStatusFrame into, long nowMs)
        {
            Doors.Doors[bay].Describe(into);
        }

        public override int BayState(int bay)
        {
            return Doors.Doors[bay].State;
        }

        public override bool ReadPack(int place, long nowMs, TelemetryReading subject, PackReading into)
        {
            return Doors.Doors[place].Read(nowMs, subject, into);
        }

        protected override bool HasPack(long nowMs)
        {
            return Plan.HasPack(nowMs);
        }

        protected override bool HasEmpty(long nowMs)
        {
            return Plan.HasEmpty();
        }

        protected override bool Turn(long nowMs)
        {
            _io.Read(_inputs);
            Doors.Read(_state.Phase == Phase.Maintenance, Observed, nowMs);
            _line.Pass(nowMs);
            Doors.Judge(nowMs);
            if (_state.Phase == Phase.Choosing)
            {
                Plan.Choose(nowMs);
            }

            StandAgain(nowMs);
            bool committed = _phaseSequence != 0 && _phaseSequence <= _journal.LastStored;
            Fact seen = _evidence.Gather(_inputs, _state.Phase, committed, nowMs);
            _state.Hand = Doors.Asked >= 0 ? Drive.OpenDoor : Drive.None;
            SwapMachine.Step(_table, _state, seen, nowMs, _next, Output);
            Give();
            if (Output.Row >= 0)
            {
                Changed(nowMs);
            }

            SwapState old = _state;
            _state = _next;
            _next = old;
            bool safe = (Output.Seen & (Fact.Emergency | Fact.SafetyChainOpen)) == Fact.None;
            Doors.Permit(safe, Plan, nowMs);
            return _inputs.ClosedSelected;
        }

        /// <summary>
        /// A latch is driven only while its door is the only one that may be open, and the charger behind it is off,
        /// whatever the table says.
        /// </summary>
        private void Give()
        {
            int door = _next.Phase == Phase.Maintenance ? Doors.Asked
                : CabinetEvidence.DoorOf(_next.Phase, Plan.Store, Plan.Take);
            Drive drives = Doors.MayOpen(door) ? Output.Drives : Output.Drives & ~Drive.OpenDoor;
            _io.Write(drives, (drives & Drive.OpenDoor) != Drive.None ? door : -1);
        }

        /// <summary>
        /// A phase that may last for ever is recorded again before its step is too far back for a restart to find.
        /// </summary>
        private void StandAgain(long nowMs)
        {
            bool lasts = !SwapTable.IsAtRest(_state.Phase)
                && (_table.LimitMs[(int)_state.Phase] == 0 || _state.Phase == Phase.Releasing);
            if (lasts && _phaseSequence != 0 && _journal.NextSequence - _phaseSequence > Journal.SearchDepth / 2)
            {
                _phaseSequence = _records.Step(_state.Phase, _state, Output.Seen, 0, nowMs);
            }
        }

        /// <summary>Side effects of a change of phase on what the cabinet remembers, and its records.</summary>
        private void Changed(long nowMs)
        {
            Phase from = _state.Phase;
            Phase to = _next.Phase;
            _records.Enter(to, _journal.NextSequence, nowMs);
            if (from == Phase.Identifying)
            {
                _records.Order.Take(_evidence.User.Authorisation);
            }

            if ((Output.Seen & Fact.StoreBayFilled) != Fact.None && Doors.Doors[Plan.Store].Pack.Serial != 0)
            {
                _records.OldSerial = Doors.Doors[Plan.Store].Pack.Serial;
            }

            _phaseSequence = _records.Step(from, _next, Output.Seen, nowMs - _state.EnteredMs, nowMs);
            if (to == Phase.Idle)
            {
                _records.End(_state, nowMs);
                Plan.Clear();
                _evidence.Forget();
            }
        }
    }
}
