using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A cabinet in a pass: reads its doors, asks its packs, gathers facts, steps the machine, gives the drives, and
    /// records what changed. It has its doors to itself: no station link, no bays of others.
    /// </summary>
    public sealed class Cabinet
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

        /// <summary>What the last step asked for.</summary>
        public readonly SwapOutput Output = new SwapOutput();

        public readonly CabinetDoors Doors;

        /// <summary>The two doors of the swap under way.</summary>
        public readonly DoorPlan Plan;

        /// <summary>Closed to customers; whoever keeps the latch says so before a pass.</summary>
        public bool OutOfService;

        /// <summary>The order that the next swap is made for, told before its customer comes.</summary>
        public SwapOrder Order
        {
            get { return _records.Order; }
        }

        public Cabinet(NodeSettings settings, NodePorts ports, Journal journal, EventWriter events)
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

        /// <summary>The panel's selector stands on closed.</summary>
        public bool ClosedSelected
        {
            get { return _inputs.ClosedSelected; }
        }

        public Phase Phase
        {
            get { return _state.Phase; }
        }

        public Fault Fault
        {
            get { return _state.Fault; }
        }

        /// <summary>What the cabinet remembers now.</summary>
        public SwapState State
        {
            get { return _state; }
        }

        /// <summary>What the last step was given; until the next pass.</summary>
        public SwapState Given
        {
            get { return _next; }
        }

        /// <summary>Identity of the swap under way; 0: none is.</summary>
        public uint RequestId
        {
            get { return _records.RequestId; }
        }

        /// <summary>Who stands at the cabinet, and who may.</summary>
        public VehicleIdentity User
        {
            get { return _evidence.User; }
        }

        /// <summary>A latch is being driven.</summary>
        public bool Moving
        {
            get { return (Output.Drives & Drive.Motion) != Drive.None; }
        }

        /// <summary>
        /// Start after a power loss: a swap that was under way is held for a person, whatever the sensors say.
        /// </summary>
        /// <param name="last">The last stored step; Kind None when there is none.</param>
        /// <param name="sure">False when a later one may be lost: then it is held, too.</param>
        /// <param name="nowMs">Time of the start.</param>
        public void Start(EventRecord last, bool sure, long nowMs)
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

        /// <summary>The city calls the swap off. It counts in the next pass.</summary>
        public void AbortByCity()
        {
            _evidence.Reading.CityAborts = true;
        }

        public void Pass(long nowMs)
        {
            _io.Read(_inputs);
            Doors.Read(_state.Phase == Phase.Maintenance, nowMs);
            _line.Pass(nowMs);
            Doors.Judge(nowMs);
            if (_state.Phase == Phase.Choosing)
            {
                Plan.Choose(nowMs);
            }

            StandAgain(nowMs);
            bool committed = _phaseSequence != 0 && _phaseSequence <= _journal.LastStored;
            _evidence.Reading.OutOfService = OutOfService;
            Fact seen = _evidence.Gather(_inputs, _state.Phase, committed, nowMs);
            _evidence.Reading.CityAborts = false;
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
