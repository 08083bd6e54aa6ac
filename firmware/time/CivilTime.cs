using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The civil time of records: from the board's clock, else from the city, else what was kept before the start, run
    /// on by the uptime. What it says is written into records and nothing else depends on it. Also keeps the number of
    /// the boot, so that a boot that stores no event does not give its number to the next.
    /// </summary>
    public sealed class CivilTime : IClock
    {
        private const long KeepMs = 3600000;
        private const long RetryMs = 1000;

        /// <summary>A clock that was set by more than this is told, but not again within the other.</summary>
        private const long JumpMs = 2000;
        private const long TellMs = 600000;

        /// <summary>How far the city may set its own earlier word forward, or a kept time back.</summary>
        private const long StepMs = 600000;

        // How wrong a time may be, milliseconds, as assumed of its source.
        private const int SntpMs = 1000;
        private const int ClockChipMs = 60000;
        private const int CityMs = 30000;

        private readonly IClock _clock;
        private readonly LatestRecord _latest;
        private TimeQuality _quality;
        private TimeQuality _told;
        private long _offsetMs;
        private long _toldOffsetMs;
        private long _toldAtMs;
        private long _nowMs;
        private long _keepAtMs;
        private long _cityMs;
        private bool _fresh;
        private uint _boot;

        public CivilTime(IClock clock, IStore store)
        {
            _clock = clock;
            _latest = new LatestRecord(store, "time-", 13);
        }

        public long UtcMs
        {
            get { return _offsetMs + _nowMs; }
        }

        public TimeQuality UtcQuality
        {
            get { return _quality; }
        }

        /// <summary>
        /// Once, when the journal is open and before anything has its boot: raises it above what was kept, and keeps
        /// it. One append.
        /// </summary>
        public void Open(Journal journal, long nowMs)
        {
            _nowMs = nowMs;
            _latest.Open();
            byte[] kept = _latest.Payload;
            uint boot = _latest.Found ? Bytes.ReadUInt32(kept, 0) : 0;
            journal.Boot = journal.Boot > boot ? journal.Boot : boot + 1;
            _boot = journal.Boot;
            if (kept[4] != 0)
            {
                _quality = TimeQuality.Held;
                _offsetMs = (long)Bytes.ReadUInt64(kept, 5) - nowMs;
            }

            TakeClock();
            Tell();
            Keep(nowMs);
        }

        /// <summary>Once a pass, before anything is recorded.</summary>
        /// <param name="nowMs">Milliseconds since boot.</param>
        /// <param name="cityUtcMs">What the city has told last, 0 before the first.</param>
        /// <param name="fresh">Certainly in this boot.</param>
        /// <param name="events">Where a time that was found, or set, is told.</param>
        public void Pass(long nowMs, long cityUtcMs, bool fresh, EventWriter events)
        {
            _nowMs = nowMs;
            TakeClock();
            TakeCity(cityUtcMs, fresh);
            long moved = _offsetMs - _toldOffsetMs;
            bool other = _quality != _told || moved > JumpMs || moved < -JumpMs;
            if (_quality > _told || (other && nowMs - _toldAtMs >= TellMs))
            {
                EventRecord record = events.Begin(EventKind.TimeSet, nowMs);
                record.Value = _quality == TimeQuality.Sntp ? SntpMs
                    : _quality == TimeQuality.ClockChip ? ClockChipMs : CityMs;
                events.Add();
                Tell();
                _keepAtMs = nowMs;
            }
        }

        public bool IsDue(long nowMs)
        {
            return nowMs >= _keepAtMs;
        }

        /// <summary>Keeps time and boot over a restart; an append, so only while nothing moves.</summary>
        public void Keep(long nowMs)
        {
            Bytes.WriteUInt32(_latest.Payload, 0, _boot);
            _latest.Payload[4] = (byte)_quality;
            Bytes.WriteUInt64(_latest.Payload, 5, (ulong)UtcMs);
            _keepAtMs = nowMs + (_latest.Keep() ? KeepMs : RetryMs);
        }

        /// <summary>
        /// The board's word counts, but not that of a clock chip that is far behind a time that has been: its battery
        /// was empty.
        /// </summary>
        private void TakeClock()
        {
            TimeQuality quality = _clock.UtcQuality;
            long offsetMs = _clock.UtcMs - _nowMs;
            bool counts = quality == TimeQuality.Sntp;
            if (quality == TimeQuality.ClockChip)
            {
                bool behind = offsetMs < _offsetMs - StepMs;
                counts = !behind || (_quality != TimeQuality.Held && _quality != TimeQuality.City);
            }

            if (counts)
            {
                _quality = quality;
                _offsetMs = offsetMs;
            }
        }

        /// <summary>
        /// Acknowledgements come late, never early: so of two the later time is the better one, and a step that no
        /// delay explains is the city's own mistake. But the first that is certainly of this boot puts right what an
        /// earlier mistake, or an old acknowledgement, has left.
        /// </summary>
        private void TakeCity(long cityUtcMs, bool fresh)
        {
            if (cityUtcMs == _cityMs)
            {
                return;
            }

            _cityMs = cityUtcMs;
            long stepMs = cityUtcMs - UtcMs;
            bool first = fresh && !_fresh;
            _fresh = fresh;
            if (_quality == TimeQuality.Unknown || (_quality == TimeQuality.Held && (first || stepMs > -StepMs))
                || (_quality == TimeQuality.City && (stepMs > 0 ? first || stepMs <= StepMs
                    : first && stepMs < -StepMs)))
            {
                _quality = TimeQuality.City;
                _offsetMs += stepMs;
            }
        }

        private void Tell()
        {
            _told = _quality;
            _toldOffsetMs = _offsetMs;
            _toldAtMs = _nowMs;
        }
    }
}
