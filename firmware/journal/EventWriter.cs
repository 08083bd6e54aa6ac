using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The one way into the journal: a record to fill, stamped with boot and times, then added. A severe one is also
    /// given to the uplink as an alarm.
    /// </summary>
    public sealed class EventWriter
    {
        /// <summary>Events of this level and above go out at once as a copy.</summary>
        public const int AlarmLevel = 3;

        private readonly Journal _journal;
        private readonly IClock _clock;
        private readonly Uplink _uplink;
        private readonly EventRecord _record = new EventRecord();

        /// <summary>Sequence of the last severe event, 0 before the first.</summary>
        public ulong LastAlarm;

        public readonly RecentTroubles Troubles = new RecentTroubles();

        public EventWriter(Journal journal, IClock clock, Uplink uplink)
        {
            _journal = journal;
            _clock = clock;
            _uplink = uplink;
        }

        /// <summary>The reused record, cleared and stamped.</summary>
        public EventRecord Begin(EventKind kind, long nowMs)
        {
            _record.Clear();
            _record.Kind = kind;
            _record.Boot = _journal.Boot;
            _record.UptimeMs = nowMs;
            _record.UtcMs = _clock.UtcMs;
            _record.TimeQuality = _clock.UtcQuality;
            return _record;
        }

        /// <summary>Numbers what was filled in. Returns its sequence, or 0: no room, counted as lost.</summary>
        public ulong Add()
        {
            if (!_journal.Add(_record))
            {
                return 0;
            }

            Troubles.Note(_record);
            if (_record.Level >= AlarmLevel)
            {
                LastAlarm = _record.Sequence;
                _uplink.Alarm(_record.Sequence);
            }

            return _record.Sequence;
        }
    }
}
