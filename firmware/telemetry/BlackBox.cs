using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Around a level-3 event, the samples of every second from 30 s before to 30 s after it become events, one at a
    /// time and each stored before the next (GB/T 32960: what was before is marked re-issued). A further one within
    /// that time prolongs it. What a power cut leaves out is said after the restart.
    /// </summary>
    public sealed class BlackBox
    {
        /// <summary>30 s, and the second in which they began.</summary>
        public const int BeforeMs = 31000;
        public const int AfterMs = 30000;

        /// <summary>With so many events that the city does not have yet no black box begins or is prolonged: a sensor
        /// that flickers must not fill the journal.</summary>
        public const int BacklogLimit = 4000;

        private readonly Journal _journal;
        private readonly EventWriter _events;
        private readonly TelemetryTrack[] _tracks;
        private ulong _heard;
        private ulong _fault;
        private long _faultMs;
        private long _lastMs;

        /// <summary>One is being written.</summary>
        public bool IsOpen;

        /// <summary>Level-3 events without a black box of their own, because of the backlog.</summary>
        public uint Skipped;

        public BlackBox(Journal journal, EventWriter events, TelemetryTrack[] tracks)
        {
            _journal = journal;
            _events = events;
            _tracks = tracks;
        }

        /// <summary>Once: says that one was cut short, when it was.</summary>
        public void Start(long nowMs)
        {
            EventRecord record = new EventRecord();
            ulong last = _journal.LastStored;
            for (ulong i = last > Journal.SearchDepth ? last - Journal.SearchDepth + 1 : 1; i <= last; i++)
            {
                if (!_journal.Find(i, record))
                {
                    continue;
                }

                if (record.Kind == EventKind.BlackBoxCut || record.Kind == EventKind.BlackBox)
                {
                    _fault = record.Kind == EventKind.BlackBox && record.Value != 0 ? record.BoxFault : 0;
                }
                else if (record.Level >= EventWriter.AlarmLevel && _fault == 0
                    && i <= _journal.AcknowledgedThrough + BacklogLimit)
                {
                    // It had begun, and nothing of it was stored yet; behind a longer backlog none begins.
                    _fault = i;
                }
            }

            if (_fault != 0)
            {
                _events.Begin(EventKind.BlackBoxCut, nowMs).BoxFault = _fault;
                _events.Add();
            }
        }

        /// <summary>Once a pass: at most one event, and none while others wait to be stored.</summary>
        public void Pass(long nowMs)
        {
            if (_events.LastAlarm != _heard)
            {
                _heard = _events.LastAlarm;
                if (_journal.LastStored - _journal.AcknowledgedThrough > BacklogLimit)
                {
                    Skipped++;
                }
                else
                {
                    Hear(nowMs);
                }
            }

            if (!IsOpen || _journal.HasPending)
            {
                return;
            }

            bool over = nowMs - _lastMs > AfterMs;
            if (over)
            {
                Turn();
            }

            TelemetryBlock slot = Next();
            if (slot != null)
            {
                EventRecord record = _events.Begin(EventKind.BlackBox, nowMs);
                record.BoxFault = _fault;
                record.Reissued = slot.StartMs < _faultMs;
                record.Block = slot.Data;
                record.BlockLength = slot.Length;
                slot.Count = 0;
                IsOpen = !over || Next() != null;
                record.Value = IsOpen ? 1 : 0;
                _events.Add();
            }
            else
            {
                IsOpen = !over;
            }
        }

        private void Hear(long nowMs)
        {
            _lastMs = nowMs;
            if (!IsOpen)
            {
                IsOpen = true;
                _fault = _heard;
                _faultMs = nowMs;
                Turn();
            }
        }

        private void Turn()
        {
            for (int i = 0; i < _tracks.Length; i++)
            {
                _tracks[i].Turn();
            }
        }

        /// <summary>A slot that is closed, not written yet and within the time of the black box; or null.</summary>
        private TelemetryBlock Next()
        {
            for (int i = 0; i < _tracks.Length; i++)
            {
                TelemetryTrack track = _tracks[i];
                for (int s = 1; s < TelemetryTrack.Slots; s++)
                {
                    TelemetryBlock slot = track.Ring[(track.Slot + s) % TelemetryTrack.Slots];
                    if (slot.Count > 0 && _faultMs - slot.LastS * 1000 <= BeforeMs
                        && slot.StartMs - _lastMs <= AfterMs)
                    {
                        return slot;
                    }
                }
            }

            return null;
        }
    }
}
