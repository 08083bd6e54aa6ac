using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One lane in a pass: reads its ports, gathers facts, steps the machine, gives the drives, records changes.
    /// </summary>
    public sealed class Lane : SwapRole
    {
        /// <summary>How long frames of the pack position that was named before may still come.</summary>
        private const long PositionSwitchMs = 500;

        private readonly ILaneIo _io;
        private readonly ICanBus _link;
        private readonly ICanBus _packBus;
        private readonly Journal _journal;
        private readonly LaneRecords _records;
        private readonly LaneEvidence _evidence;
        private readonly LaneInputs _inputs = new LaneInputs();
        private readonly CanFrame _frame = new CanFrame();
        private readonly SwapTable _table;
        private readonly LaneWear _wear;
        private readonly LaneSubjects _subjects;
        private SwapState _state = new SwapState();
        private SwapState _next = new SwapState();
        private ulong _phaseSequence;
        private bool _positionChanged;
        private long _positionChangedMs;

        /// <summary>Vehicle, lock and the pack on it.</summary>
        public readonly SwapPackBus Bus = new SwapPackBus();

        /// <summary>The bays as this lane knows them.</summary>
        public readonly BayBoard Bays;

        public Lane(
            NodeSettings settings, LanePorts ports, Journal journal, EventWriter events, ServiceLatch latch)
            : base(settings, journal, latch)
        {
            _io = ports.Lane;
            _link = ports.Link;
            _packBus = ports.PackBus;
            _journal = journal;
            _table = new SwapTable(settings.Profile);
            _wear = new LaneWear(settings.Profile, _table, events);
            Bays = new BayBoard(ports.Link, settings);
            _evidence = new LaneEvidence(settings, Bus, Bays);
            _records = new LaneRecords(settings, _table, events, _evidence.Vehicle, Bus, Bays);
            _subjects = new LaneSubjects(this);
        }

        public override LaneReading Reading
        {
            get { return _evidence.Reading; }
        }

        public long EnteredMs
        {
            get { return _state.EnteredMs; }
        }

        public override SwapState State
        {
            get { return _state; }
        }

        public override SwapState Given
        {
            get { return _next; }
        }

        /// <summary>The order that the next swap is made for, told before its vehicle comes.</summary>
        public SwapOrder Order
        {
            get { return _records.Order; }
        }

        public override uint RequestId
        {
            get { return _records.RequestId; }
        }

        public override VehicleIdentity Vehicle
        {
            get { return _evidence.Vehicle; }
        }

        public override int StoreBay
        {
            get { return Bays.StoreBay; }
        }

        public override int TakeBay
        {
            get { return Bays.TakeBay; }
        }

        public override bool ReadBus(int index, BusFigures into)
        {
            if (index == 0)
            {
                into.Take(BusKind.StationLink, 0, _link, null, Bays.Last);
            }
            else
            {
                into.Take(BusKind.SwapPack, 0, _packBus, Bus.Counts, _frame);
            }

            return index < 2;
        }

        protected override void Restore(EventRecord last, bool sure, long nowMs)
        {
            _state.EnteredMs = nowMs;
            if (last.Kind != EventKind.SwapStep && sure)
            {
                return;
            }

            _evidence.Vehicle.Take(last.Vehicle, last.VehicleLength);
            _records.Resume(last, _journal, nowMs);
            if (!sure || !SwapTable.IsAtRest((Phase)last.Phase))
            {
                _state.Phase = Phase.Held;
                _state.Fault = Fault.PowerLost;
                _state.Pack = last.Pack < 1 ? 1 : last.Pack;
                _state.Aborted = last.Aborted;
                _evidence.OldSerial = last.OldSerial;
                _evidence.Untouched = last.OldSerial == 0;
                _phaseSequence = _records.Step((Phase)last.Phase, _state, Fact.None, 0, nowMs);
            }
            else
            {
                _evidence.Vehicle.Forget();
            }
        }

        public override bool ReadPack(int place, long nowMs, TelemetryReading subject, PackReading into)
        {
            return _subjects.ReadPack(nowMs, subject, into);
        }

        public override bool ReadVehicle(TelemetryReading into)
        {
            return _subjects.ReadVehicle(into);
        }

        protected override bool HasPack(long nowMs)
        {
            return Bays.HasPack(nowMs);
        }

        protected override bool HasEmpty(long nowMs)
        {
            return Bays.HasEmpty(nowMs);
        }

        protected override bool Turn(long nowMs)
        {
            _io.Read(_inputs);
            if (_inputs.MileageKnown && RequestId != 0)
            {
                _records.MileageTenthKm = _inputs.MileageTenthKm;
            }

            while (_packBus.Receive(_frame))
            {
                Bus.Accept(_frame);
            }

            ForgetOtherPosition(nowMs);
            Bays.Listen(nowMs);
            if (_state.Phase == Phase.Choosing || Bays.IsResuming)
            {
                Bays.Request(nowMs);
            }

            StandAgain(nowMs);
            bool committed = _phaseSequence != 0 && _phaseSequence <= _journal.LastStored;
            Fact seen = _evidence.Gather(_inputs, _state.Phase, committed, nowMs);
            _state.Hand = _inputs.Hand;
            SwapMachine.Step(_table, _state, seen, nowMs, _next, Output);
            _io.Write(Output.Drives, SwapTable.BayOf(_next.Phase, Bays.StoreBay, Bays.TakeBay), _next.Pack);
            if (Output.Row >= 0)
            {
                Changed(nowMs);
            }
            else if (_records.RequestId != 0 && SwapMachine.HasLeft(_table, _state.Phase, seen))
            {
                EndHeld(nowMs);
                _phaseSequence = _records.Step(_state.Phase, _next, seen, 0, nowMs);
            }
            else if (SwapMachine.LacksPack(_state.Phase, Output.Seen))
            {
                Bays.TakeAnother();
            }

            _wear.Watch(_evidence.Reading, _state, _next, Output, nowMs);
            SwapState old = _state;
            _state = _next;
            _next = old;
            Bays.Announce(_state.Phase, Moving, nowMs);
            return _inputs.ClosedSelected;
        }

        /// <summary>A phase that lasts is recorded again before a restart would not find its step.</summary>
        private void StandAgain(long nowMs)
        {
            bool lasts = !SwapTable.IsAtRest(_state.Phase)
                && (_table.LimitMs[(int)_state.Phase] == 0 || _state.Phase == Phase.Releasing);
            if (lasts && _phaseSequence != 0 && _journal.NextSequence - _phaseSequence > Journal.SearchDepth / 2)
            {
                _phaseSequence = _records.Step(_state.Phase, _state, Output.Seen, 0, nowMs);
            }
        }

        /// <summary>Side effects of a change of phase on what the lane remembers, and its records.</summary>
        private void Changed(long nowMs)
        {
            Phase from = _state.Phase;
            Phase to = _next.Phase;
            if (from == Phase.Idle || to == Phase.Identifying)
            {
                // What is locked on the vehicle now is its own, whatever was done by hand before.
                _evidence.NextPack();
            }

            _evidence.PhaseChanged(to);
            if (from == Phase.Held && to == Phase.Identifying && (Output.Seen & Fact.OtherVehicle) != Fact.None)
            {
                EndHeld(nowMs);
            }

            _records.Enter(to, _journal.NextSequence, nowMs);
            if (from == Phase.Identifying)
            {
                _records.Order.Take(_evidence.Vehicle.Authorisation);
            }

            if (_next.Pack > _state.Pack)
            {
                NextPack(nowMs);
            }

            if (to == Phase.Choosing)
            {
                Bays.Isolate = _evidence.Reading.Verdict == PackVerdict.Isolate;
                Bays.Begin(_records.RequestId);
                Bays.TakeChoice.OldSerial = _evidence.OldSerial;
            }

            _records.OldSerial = _evidence.OldSerial;
            _records.Finding = _evidence.Reading.Finding;
            _phaseSequence = _records.Step(from, _next, Output.Seen, nowMs - _state.EnteredMs, nowMs);
            if (from == Phase.Idle || to == Phase.Fetching || to == Phase.Placing)
            {
                // What the bus said of the pack that left is not said of the next one, nor of another vehicle's.
                Bus.PackCode.Reset();
            }

            if (to == Phase.Idle)
            {
                _records.End(_state, Fact.None, nowMs);
                Bays.Release();
                Bus.Reset();
                _evidence.Vehicle.Forget();
            }
        }

        /// <summary>The vehicle of a held swap has left: the next one begins its own.</summary>
        private void EndHeld(long nowMs)
        {
            _records.End(_state, Output.Seen, nowMs);
            Bays.Release();
            Bus.Reset();
            _evidence.Vehicle.Forget();
        }

        /// <summary>The vehicle's next pack: what belongs to one pack begins anew.</summary>
        private void NextPack(long nowMs)
        {
            _records.NextPack(nowMs);
            _evidence.NextPack();
            Bays.Release();
            _positionChanged = true;
            _positionChangedMs = nowMs;
        }

        /// <summary>
        /// What the pack in the position named before has said, and what of it is still under way, says nothing of the
        /// pack in this one. The lock frame stays: its loss is a reason to stop, and both locks are closed now.
        /// </summary>
        private void ForgetOtherPosition(long nowMs)
        {
            if (_positionChanged)
            {
                Bus.ResetPack();
                _positionChanged = nowMs - _positionChangedMs < PositionSwitchMs;
            }
        }
    }
}
