using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a cabinet writes into the journal about a swap. One request id ties all of it; its two halves are written
    /// once each, when custody of a pack changes, and one that never met the other is an event of its own.
    /// </summary>
    public sealed class CabinetRecords
    {
        private const int OnlyIn = 1;
        private const int OnlyOut = 2;

        private readonly NodeSettings _settings;
        private readonly SwapTable _table;
        private readonly EventWriter _events;
        private readonly CabinetDoors _doors;
        private readonly DoorPlan _plan;
        private readonly VehicleIdentity _user;
        private readonly byte[] _newCode = new byte[EventRecord.PackCodeRoom];
        private int _newCodeLength;
        private int _newCharge = EventRecord.NotKnown;
        private bool _in;
        private bool _out;
        private readonly SwapTally _tally = new SwapTally();

        /// <summary>The order that the next swap is made for.</summary>
        public readonly SwapOrder Order = new SwapOrder();

        /// <summary>Identity of the swap under way; the journal sequence at which it began. 0: none is.</summary>
        public uint RequestId;

        /// <summary>Serial of the pack that came in; 0 while it is not known.</summary>
        public uint OldSerial;

        public CabinetRecords(
            NodeSettings settings,
            SwapTable table,
            EventWriter events,
            CabinetDoors doors,
            DoorPlan plan,
            VehicleIdentity user)
        {
            _settings = settings;
            _table = table;
            _events = events;
            _doors = doors;
            _plan = plan;
            _user = user;
        }

        /// <summary>Goes on with the swap of a stored step after a restart.</summary>
        public void Resume(EventRecord last, Journal journal)
        {
            RequestId = last.RequestId;
            OldSerial = last.OldSerial;
            _user.Take(last.Vehicle, last.VehicleLength);
            _plan.Resume(_doors.IndexOf(last.StoreBay), _doors.IndexOf(last.TakeBay), last.PackSerial);
            EventRecord found = new EventRecord();
            for (ulong sequence = journal.SequenceOf(RequestId); sequence <= journal.LastStored; sequence++)
            {
                if (journal.Find(sequence, found) && found.RequestId == RequestId)
                {
                    Recall(found);
                }
            }
        }

        /// <summary>A phase is entered: the first of a swap begins its record.</summary>
        public void Enter(Phase to, ulong sequence, long nowMs)
        {
            if (RequestId != 0 || to != Phase.Identifying)
            {
                return;
            }

            RequestId = (uint)sequence;
            OldSerial = 0;
            _newCodeLength = 0;
            _newCharge = EventRecord.NotKnown;
            _in = false;
            _out = false;
            _tally.Clear();
            Order.Begin();
            Order.Write(Begin(EventKind.SwapStarted, nowMs));
            _events.Add();
        }

        /// <summary>
        /// A change of phase with its evidence, and the half that it completes. Returns the sequence of the step, 0
        /// when it found no room.
        /// </summary>
        public ulong Step(Phase from, SwapState to, Fact seen, long lastedMs, long nowMs)
        {
            if (to.Phase == Phase.Dispensing && from == Phase.Accepting)
            {
                RememberNew();
            }

            EventRecord record = Begin(EventKind.SwapStep, nowMs);
            record.PreviousPhase = (int)from;
            record.Phase = (int)to.Phase;
            record.Fault = (int)to.Fault;
            record.Facts = (ulong)seen;
            record.DurationMs = SwapTally.Milliseconds(lastedMs);
            record.LimitMs = (int)_table.LimitMs[(int)from];
            record.StoreBay = _plan.StoreBay;
            record.TakeBay = _plan.TakeBay;
            record.PackSerial = _plan.PlannedSerial;
            if (from == Phase.Choosing)
            {
                record.StoreChoice = _plan.StoreChoice.Packed();
                record.TakeChoice = _plan.TakeChoice.Packed();
            }

            if (from == Phase.Identifying)
            {
                Order.Write(record);
            }

            if (from == Phase.Accepting && _plan.Store >= 0)
            {
                record.Finding = (int)_doors.Doors[_plan.Store].Pack.Standing;
            }

            record.Retries = to.Retries;
            record.Pack = to.Pack;
            record.Aborted = to.Aborted;
            record.OldSerial = OldSerial;
            record.Level = to.Phase == Phase.Stopped ? EventWriter.AlarmLevel : 0;
            _tally.Add(record);
            ulong sequence = _events.Add();
            bool ends = to.Phase == Phase.Releasing;
            if ((seen & Fact.StoreBayFilled) != Fact.None && (ends || to.Phase == Phase.Dispensing))
            {
                BatteryIn(nowMs);
            }

            if ((seen & Fact.TakeBayEmptied) != Fact.None && ends)
            {
                BatteryOut(nowMs);
            }

            return sequence;
        }

        /// <summary>The cabinet is idle again: the end of the swap, if one was under way.</summary>
        public void End(SwapState was, long nowMs)
        {
            if (RequestId == 0)
            {
                return;
            }

            if (_in != _out)
            {
                EventRecord half = Begin(EventKind.SwapOrphaned, nowMs);
                half.Bay = _in ? _plan.StoreBay : _plan.TakeBay;
                half.PackSerial = _in ? OldSerial : _plan.PlannedSerial;
                half.Value = _in ? OnlyIn : OnlyOut;
                _events.Add();
            }

            bool completed = _in && _out;
            EventRecord record = Begin(EventKind.SwapEnded, nowMs);
            record.PreviousPhase = (int)was.Phase;
            record.Phase = (int)Phase.Idle;
            record.Fault = completed ? 0 : (int)was.Fault;
            record.Value = completed ? 1 : 0;
            record.Aborted = was.Aborted;
            record.Pack = _out ? 1 : 0;
            record.Summary.Result = SwapEnding.Of(was, _tally, _in, completed);
            SwapEnding.Write(record, _tally, _settings);
            Order.Write(record);
            Order.End(record.Summary.Result);
            record.StoreBay = _plan.StoreBay;
            record.TakeBay = _plan.TakeBay;
            record.OldSerial = OldSerial;
            _events.Add();
            RequestId = 0;
        }

        private void BatteryIn(long nowMs)
        {
            if (_in)
            {
                return;
            }

            _in = true;
            UartPackMonitor pack = _doors.Doors[_plan.Store].Pack;
            EventRecord record = Begin(EventKind.BatteryIn, nowMs);
            record.Bay = _plan.StoreBay;
            record.PackCodeLength = Copy(pack.Code, record.PackCode, pack.CodeLength);
            record.PackSerial = pack.Serial;
            pack.TellOwner(record);
            record.ChargePermille = pack.ChargePermille;
            record.MeterWh = _doors.Doors[_plan.Store].Records.MeterWh;
            _events.Add();
        }

        private void BatteryOut(long nowMs)
        {
            if (_out)
            {
                return;
            }

            _out = true;
            EventRecord record = Begin(EventKind.BatteryOut, nowMs);
            record.Bay = _plan.TakeBay;
            record.PackCodeLength = Copy(_newCode, record.PackCode, _newCodeLength);
            record.PackSerial = _plan.PlannedSerial;
            record.ChargePermille = _newCharge;
            PackRule.TellOwner(_settings.Profile.PermittedPacks, _newCode, _newCodeLength, record);
            record.MeterWh = _doors.Doors[_plan.Take].Records.MeterWh;
            _events.Add();
        }

        /// <summary>What the new pack says while it still stands on its line.</summary>
        private void RememberNew()
        {
            UartPackMonitor pack = _doors.Doors[_plan.Take].Pack;
            _newCodeLength = Copy(pack.Code, _newCode, pack.CodeLength);
            _newCharge = pack.ChargePermille;
        }

        private EventRecord Begin(EventKind kind, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.RequestId = RequestId;
            record.VehicleLength = Copy(_user.Text, record.Vehicle, _user.Length);
            return record;
        }

        /// <summary>Takes over what the journal has of this swap, event by event.</summary>
        private void Recall(EventRecord found)
        {
            _in = _in || found.Kind == EventKind.BatteryIn;
            _out = _out || found.Kind == EventKind.BatteryOut;
            Order.Recall(found);
            if (found.Kind == EventKind.SwapStep)
            {
                _tally.Add(found);
            }
        }

        private static int Copy(byte[] from, byte[] to, int length)
        {
            int count = length < to.Length ? length : to.Length;
            System.Array.Copy(from, 0, to, 0, count);
            return count;
        }
    }
}
