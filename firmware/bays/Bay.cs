using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One bay: its pack under watch on a bus of its own, its charger's permit, its reservation, and its records. A
    /// pack stays under watch for as long as it stands there.
    /// </summary>
    public sealed class Bay
    {
        private readonly int _index;
        private readonly int _interface;
        private readonly IBayIo _io;
        private readonly ICanBus _bus;
        private readonly BayCustody _custody;
        private readonly BayInputs _inputs = new BayInputs();
        private readonly BayContacts _contacts = new BayContacts();
        private readonly BayIsolation _isolation;
        private readonly OperatorPanel _panel;
        private readonly ChargerEar _ear = new ChargerEar();
        private bool _silent;
        private bool _hadPack;
        private bool _knew;
        private bool _charging;
        private bool _permitted;

        /// <summary>Number of the bay in the station, from 1.</summary>
        public readonly int Number;

        public readonly PackMonitor Pack = new PackMonitor();

        /// <summary>The last frame that came on its bus.</summary>
        public readonly CanFrame Last = new CanFrame();

        /// <summary>What is remembered of it while it rests, and the way into the journal.</summary>
        public readonly BayRecords Records;

        /// <summary>Which lane has the bay.</summary>
        public readonly BayReservation Reservation = new BayReservation();

        /// <summary>The contacts have said since the start whether a pack stands here.</summary>
        public bool Looked;

        public Bay(NodeSettings settings, int index, BayPorts ports, EventWriter events)
        {
            Number = settings.Bays[index];
            _index = index;
            _interface = settings.InterfaceOf(index);
            _io = ports.Bays;
            _bus = ports.ChargerBuses[index];
            Records = new BayRecords(Number, events, Pack, settings.WatchMs);
            _custody = new BayCustody(Records);
            _panel = new OperatorPanel(Number, events);
            _isolation = new BayIsolation(settings.IsForIsolation(Number), Records);
        }

        public BayPresence Presence
        {
            get { return _contacts.Presence; }
        }

        /// <summary>The key switch is on at its panel.</summary>
        public bool IsAttended
        {
            get { return _inputs.Operator.KeySwitchOn; }
        }

        /// <summary>Its inputs as <c>Levels</c> of city.proto numbers them.</summary>
        public ulong Levels
        {
            get
            {
                BayInputs inputs = _inputs;
                return (inputs.PackPresent ? PlaceLevels.PackPresent : 0)
                    | (inputs.BayClear ? PlaceLevels.BayClear : 0)
                    | (inputs.ContactorOpen ? PlaceLevels.ContactorOpen : 0)
                    | PlaceLevels.Of(inputs.SmokeLoopClosed, inputs.Operator, _permitted);
            }
        }

        /// <summary>The pack here is neither given out nor charged until a person clears it.</summary>
        public bool Isolated
        {
            get { return _isolation.Stands; }
        }

        /// <summary>Takes over what was remembered; nothing is granted before lanes have been listened to.</summary>
        public void Start(BayMemory memory, long nowMs)
        {
            _knew = memory.Knows(_index, Number);
            _hadPack = memory.HadPack(_index, Number);
            _isolation.Start(memory.WasIsolated(_index, Number), memory.Damaged);
            Reservation.Start(memory.Lane(_index, Number), memory.WasToTake(_index, Number), nowMs);
        }

        /// <summary>What a restart must not forget of it.</summary>
        public void Remember(BayMemory memory)
        {
            if (Looked)
            {
                BayReservation held = Reservation;
                memory.Set(_index, Number, Records.HasPack, _isolation.Stands, held.KeptLane, held.KeptToTake);
            }
        }

        public void Pass(PowerLimits limits, long nowMs)
        {
            BayInputs inputs = _inputs;
            PackMonitor pack = Pack;
            _io.Read(_index, inputs);
            Records.MeterWh = inputs.MeterKnown ? inputs.MeterWh : EventRecord.NotKnown;
            Reservation.Poll(nowMs);
            if (_contacts.Take(inputs))
            {
                TakePresence(nowMs);
            }

            bool occupied = _contacts.Presence == BayPresence.Occupied;
            bool heard = false;
            while (_bus.Receive(Last))
            {
                // What is still on the way from a pack that has left is nobody's.
                if (occupied && pack.Accept(Last) == DecodeResult.Ok)
                {
                    heard = true;
                }
            }

            if (heard)
            {
                _ear.Hear(nowMs);
            }

            if (occupied)
            {
                pack.Poll(nowMs);
                TakeCharging(nowMs);
            }

            pack.Warnings.Set(PackWarning.SmokeDetected, !inputs.SmokeLoopClosed, EventWriter.AlarmLevel, 0, nowMs);
            if (_ear.IsSilent != _silent)
            {
                _silent = _ear.IsSilent;
                pack.Warnings.Set(PackWarning.BusSilent, _silent, EventWriter.AlarmLevel - 1, 0, nowMs);
            }

            Records.Warnings(nowMs);
            _isolation.Judge(pack.Warnings, nowMs);
            BayPanel.Serve(this, _panel, inputs.Operator, nowMs);
            _custody.Poll(nowMs);
            bool given = MayCharge() && _ear.Allows(nowMs) && limits.Allows(_index, nowMs);
            bool isOver = pack.Session.Stage == ChargeStage.Ended;
            _permitted = _ear.Judge(given, inputs.ContactorOpen, isOver, nowMs);
            _io.Write(_index, _permitted);
        }

        /// <summary>
        /// Answers a lane; a granted bay is that lane's until the lane no longer names it. None is no answer: not yet.
        /// </summary>
        public BayAnswer Ask(int lane, BayOperation operation, long nowMs)
        {
            if (operation == BayOperation.Release)
            {
                Reservation.Release(lane, nowMs);
                return BayAnswer.Granted;
            }

            bool toTake = operation == BayOperation.ReserveToTake;
            BayAnswer answer = Reservation.Judge(lane, toTake, nowMs);
            if (answer == BayAnswer.Granted && Reservation.Lane == 0)
            {
                answer = toTake ? JudgeTaking(nowMs) : JudgeStoring();
                if (answer == BayAnswer.Granted)
                {
                    Reservation.Take(lane, toTake, nowMs);
                }
            }

            return answer;
        }

        /// <summary>A lane's announcement, newer than its last one: which bays it works with.</summary>
        public void HearLane(LanePhaseFrame lane, long nowMs)
        {
            bool toTake = lane.TakeBay == Number;
            bool named = toTake || lane.StoreBay == Number;
            bool holds = toTake ? lane.HoldsTake : lane.HoldsStore;
            Reservation.Hear(lane.Lane, named, toTake, holds, lane.Moving, nowMs);
        }

        /// <summary>
        /// A person has looked at the pack: it may be charged and given out again. False while an alarm stands, and
        /// when nothing is isolated. A pack in an isolation bay is isolated again by a restart.
        /// </summary>
        public bool ClearIsolation(long nowMs)
        {
            bool clear = Isolated && Presence == BayPresence.Occupied && IsHealthy();
            if (clear)
            {
                _isolation.Clear(nowMs);
            }

            return clear;
        }

        /// <summary>
        /// A person has looked: no lane has anything in the bay, whatever the bay remembers. False while the lane that
        /// has it is heard: it would be in the middle of its swap.
        /// </summary>
        public bool FreeByHand(long nowMs)
        {
            int lane = Reservation.KeptLane;
            bool freed = Reservation.FreeByHand(nowMs);
            if (freed)
            {
                Records.Add(EventKind.BayFreed, lane, 0, nowMs);
            }

            return freed;
        }

        /// <summary>
        /// The next pack that comes or goes without a swap does so for this reason, if it does within
        /// <see cref="BayCustody.ExpectMs"/>.
        /// </summary>
        public void Expect(CustodyReason reason, long nowMs)
        {
            _custody.Expect(reason, nowMs);
        }

        public void Describe(BayStatusFrame into, long nowMs)
        {
            Records.Refresh(nowMs);
            into.Bay = Number;
            into.Presence = Presence;
            into.ChargeStage = (int)Pack.Session.Stage;
            into.PowerOff = IsPowerOff();
            into.Healthy = IsHealthy();
            into.Isolated = _isolation.IsReported;
            into.Smoke = Pack.Warnings.Level(PackWarning.SmokeDetected) != 0;
            into.ChargeKnown = (uint)Records.ChargePermille <= 1000;
            into.ChargePermille = Records.ChargePermille;
            into.PackSerialKnown = Records.IsNamed;
            into.PackSerial = Records.PackSerial;
            into.ReservedBy = Reservation.Lane;
        }

        public void Describe(BayPackFrame into, long nowMs)
        {
            into.Bay = Number;
            into.Interface = _interface;
            into.HottestKnown = Records.HottestKnown;
            into.HottestC = Records.HottestC;
            into.Watched = Records.Watch.Holds(nowMs);
            into.Owner = Records.Owner;
            into.PackSerialKnown = Records.IsNamed;
            into.PackSerial = Records.PackSerial;
        }

        private BayAnswer JudgeStoring()
        {
            return !IsHealthy() ? BayAnswer.RefusedAlarm
                : Presence == BayPresence.Empty ? BayAnswer.Granted : BayAnswer.RefusedNotEmpty;
        }

        private BayAnswer JudgeTaking(long nowMs)
        {
            bool ready = Presence == BayPresence.Occupied && Records.IsNamed && !Records.Watch.Holds(nowMs);
            return !IsHealthy() || Isolated ? BayAnswer.RefusedAlarm
                : ready ? BayAnswer.Granted : BayAnswer.RefusedNotReady;
        }

        private bool IsHealthy()
        {
            return Pack.Warnings.Highest() < EventWriter.AlarmLevel;
        }

        /// <summary>
        /// The charger's contactor is open, and the session is where the BMS has its relays open too: before the
        /// parameters (it closes them for BRO), or over after BST and CST or a failure.
        /// </summary>
        private bool IsPowerOff()
        {
            ChargeStage stage = Pack.Session.Stage;
            return _inputs.ContactorOpen && (stage < ChargeStage.Parameters || stage > ChargeStage.Stopping);
        }

        /// <summary>A pack that is kept for a lane, that warns or is isolated, is not charged.</summary>
        private bool MayCharge()
        {
            bool kept = Reservation.KeptLane != 0 && Reservation.KeptToTake;
            return Presence == BayPresence.Occupied && !kept && !Isolated && IsHealthy();
        }

        /// <summary>Between the two contacts a pack that is being moved is neither here nor away.</summary>
        private void TakePresence(long nowMs)
        {
            bool empty = Presence == BayPresence.Empty;
            if (Presence == BayPresence.Occupied && !Records.HasPack)
            {
                Arrive(nowMs);
            }
            else if (empty && (Records.HasPack || (!Looked && _hadPack)))
            {
                Leave(nowMs);
            }

            if (empty)
            {
                _isolation.Left();
            }

            Looked |= empty || Presence == BayPresence.Occupied;
        }

        /// <summary>A pack found after a start has come before, unless it is known that it was not there.</summary>
        private void Arrive(long nowMs)
        {
            bool found = !Looked && (_hadPack || !_knew);
            Records.Arrived(nowMs);
            if (!found && Reservation.KeptLane == 0)
            {
                _custody.Arrived(nowMs);
            }

            _isolation.Arrived(nowMs);
        }

        private void Leave(long nowMs)
        {
            if (Reservation.KeptLane == 0)
            {
                _custody.Left(nowMs);
            }

            _custody.Flush(nowMs);
            Records.Left(nowMs);
            _ear.Reset();
            _charging = false;
        }

        private void TakeCharging(long nowMs)
        {
            ChargeStage stage = Pack.Session.Stage;
            bool charging = stage == ChargeStage.Charging || (_charging && stage == ChargeStage.Stopping);
            if (charging != _charging)
            {
                _charging = charging;
                Records.Charging(charging, nowMs);
            }
        }
    }
}
