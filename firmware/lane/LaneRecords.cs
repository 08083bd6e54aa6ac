using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a lane writes into the journal. One request id ties all records of a swap: its beginning, each step, the
    /// two halves when custody changes, and what only the end knows with the end.
    /// </summary>
    public sealed class LaneRecords
    {
        private readonly NodeSettings _settings;
        private readonly SwapTable _table;
        private readonly EventWriter _events;
        private readonly BayBoard _bays;
        private readonly SwapKey _key;
        private readonly SwapHalves _halves;
        private readonly SwapTally _tally = new SwapTally();
        private readonly SwapState _recalled = new SwapState();

        /// <summary>The order that the next swap is made for.</summary>
        public readonly SwapOrder Order = new SwapOrder();

        public LaneRecords(
            NodeSettings settings,
            SwapTable table,
            EventWriter events,
            VehicleIdentity vehicle,
            SwapPackBus bus,
            BayBoard bays)
        {
            _settings = settings;
            _table = table;
            _events = events;
            _bays = bays;
            _key = new SwapKey(vehicle);
            _halves = new SwapHalves(_key, events, bus, bays, settings.Profile);
        }

        /// <summary>Identity of the swap under way; 0: none is.</summary>
        public uint RequestId
        {
            get { return _key.RequestId; }
        }

        /// <summary>Serial of the pack that the vehicle came with; 0 while it is not known.</summary>
        public uint OldSerial
        {
            get { return _key.OldSerial; }
            set { _key.OldSerial = value; }
        }

        /// <summary>What is wrong with the pack on the vehicle.</summary>
        public PackFinding Finding;

        /// <summary>Of the vehicle of this swap, or <see cref="EventRecord.NotKnown"/>.</summary>
        public int MileageTenthKm = EventRecord.NotKnown;

        /// <summary>
        /// After a restart: takes over the swap of the last stored step, with what it took so far, from the journal.
        /// A half that a torn write took away is recorded again, and so is the end of a swap that was over.
        /// </summary>
        public void Resume(EventRecord last, Journal journal, long nowMs)
        {
            if (last.RequestId == 0)
            {
                return;
            }

            _key.RequestId = last.RequestId;
            _key.OldSerial = last.OldSerial;
            _bays.Resume(last.RequestId, last.StoreBay, last.TakeBay, last.PackSerial);
            bool ended = Recall(journal);
            if (!ended)
            {
                _halves.Mend(nowMs);
            }

            if (ended || last.Phase == (int)Phase.Idle)
            {
                if (!ended)
                {
                    End(_recalled, Fact.None, nowMs);
                }

                _key.RequestId = 0;
                _bays.Release();
            }
        }

        /// <summary>A phase is entered: the first of a swap begins its records.</summary>
        public void Enter(Phase phase, ulong sequence, long nowMs)
        {
            bool apart = phase == Phase.Idle || (phase >= Phase.Releasing && phase <= Phase.Maintenance);
            if (_key.RequestId != 0 || apart)
            {
                return;
            }

            _key.RequestId = (uint)sequence;
            _key.OldSerial = 0;
            _tally.Clear();
            _halves.Clear();
            Order.Begin();
            EventRecord record = _events.Begin(EventKind.SwapStarted, nowMs);
            record.RequestId = _key.RequestId;
            Order.Write(record);
            _events.Add();
        }

        /// <summary>The vehicle's next pack has two halves of its own. Before its bays are released.</summary>
        public void NextPack(long nowMs)
        {
            _halves.NextPack(nowMs);
        }

        /// <summary>
        /// A change of phase with its evidence, and the half of the swap that it completes. Returns the sequence of the
        /// step, 0 when it found no room.
        /// </summary>
        public ulong Step(Phase from, SwapState to, Fact seen, long lastedMs, long nowMs)
        {
            EventRecord record = _events.Begin(EventKind.SwapStep, nowMs);
            record.PreviousPhase = (int)from;
            record.Phase = (int)to.Phase;
            record.Fault = (int)to.Fault;
            record.Facts = (ulong)seen;
            record.DurationMs = SwapTally.Milliseconds(lastedMs);
            record.LimitMs = (int)_table.LimitMs[(int)from];
            record.Retries = to.Retries;
            record.Level = to.Phase == Phase.Stopped ? EventWriter.AlarmLevel : 0;
            if (to.Phase == Phase.Gripping)
            {
                // Into the journal too: a restart must not lose whose pack hangs there.
                _halves.RememberOld(record);
            }

            if (from == Phase.Identifying)
            {
                Order.Write(record);
            }

            record.Pack = to.Pack;
            record.Aborted = to.Aborted;
            record.Finding = (int)Finding;
            record.PackSerial = _bays.PlannedSerial;
            if (from == Phase.Choosing)
            {
                record.StoreChoice = _bays.StoreChoice.Packed();
                record.TakeChoice = _bays.TakeChoice.Packed();
            }

            SetSwap(record);
            _tally.Add(record);
            ulong sequence = _events.Add();
            if (_key.RequestId != 0)
            {
                _halves.Change(from, to.Phase, seen, nowMs);
            }

            return sequence;
        }

        /// <summary>The lane is idle again, or its vehicle has left: the end of the swap, if there is one.</summary>
        /// <param name="was">What the lane remembered before.</param>
        /// <param name="left">Facts with which the vehicle of a held swap has left; none when the lane is idle.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void End(SwapState was, Fact left, long nowMs)
        {
            if (_key.RequestId == 0)
            {
                return;
            }

            _halves.Change(Phase.Held, Phase.Idle, left, nowMs);
            _halves.Orphan(nowMs);
            EventRecord record = _events.Begin(EventKind.SwapEnded, nowMs);
            SwapSummary summary = record.Summary;
            summary.Result = SwapEnding.Of(was, _tally, _halves.In, _halves.PacksOut >= _table.Packs);
            bool completed = summary.Result == SwapResult.Completed;
            record.PreviousPhase = (int)was.Phase;
            record.Phase = (int)Phase.Idle;
            record.Fault = completed ? 0 : (int)was.Fault;
            record.Value = completed ? 1 : 0;
            SwapEnding.Write(record, _tally, _settings);
            summary.MileageTenthKm = MileageTenthKm;
            MileageTenthKm = EventRecord.NotKnown;
            record.Pack = _halves.PacksOut;
            record.Aborted = was.Aborted;
            SetSwap(record);
            Order.Write(record);
            Order.End(summary.Result);
            _events.Add();
            _key.RequestId = 0;
        }

        private void SetSwap(EventRecord record)
        {
            record.StoreBay = _bays.StoreBay;
            record.TakeBay = _bays.TakeBay;
            record.OldSerial = _key.OldSerial;
            _key.Write(record);
        }

        /// <summary>Reads the swap's events again; true when its end is among them.</summary>
        private bool Recall(Journal journal)
        {
            bool ended = false;
            EventRecord found = new EventRecord();
            for (ulong sequence = journal.SequenceOf(_key.RequestId); sequence <= journal.LastStored; sequence++)
            {
                if (!journal.Find(sequence, found) || found.RequestId != _key.RequestId)
                {
                    continue;
                }

                ended = ended || found.Kind == EventKind.SwapEnded;
                _halves.Recall(found);
                Order.Recall(found);
                if (found.Kind == EventKind.SwapStep)
                {
                    _tally.Add(found);
                    _recalled.Phase = (Phase)found.PreviousPhase;
                    _recalled.Fault = found.Fault != 0 ? (Fault)found.Fault : _recalled.Fault;
                    _recalled.Aborted = _recalled.Aborted || found.Aborted;
                }
            }

            return ended;
        }
    }
}
