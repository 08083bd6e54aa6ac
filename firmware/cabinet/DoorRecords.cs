using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a door writes into the journal about the pack behind it.</summary>
    public sealed class DoorRecords : ICustodyRecords
    {
        private readonly int _number;
        private readonly EventWriter _events;
        private readonly UartPackMonitor _pack;
        private readonly PackWarningChange _change = new PackWarningChange();

        /// <summary>A pack was recorded as standing here.</summary>
        public bool HasPack;

        /// <summary>The door's energy meter, watt-hours, or <see cref="EventRecord.NotKnown"/>.</summary>
        public long MeterWh = EventRecord.NotKnown;

        public DoorRecords(int number, EventWriter events, UartPackMonitor pack)
        {
            _number = number;
            _events = events;
            _pack = pack;
        }

        /// <summary>A pack is there that was not, or that a start has found.</summary>
        public void Arrived(long nowMs)
        {
            HasPack = true;
            Add(EventKind.PackArrived, 0, 0, nowMs);
        }

        /// <summary>The pack is gone; called before it is forgotten.</summary>
        public void Left(long nowMs)
        {
            Add(EventKind.PackLeft, 0, 0, nowMs);
            HasPack = false;
        }

        public void Charging(bool begins, long nowMs)
        {
            Add(begins ? EventKind.ChargeStarted : EventKind.ChargeEnded, 0, 0, nowMs);
        }

        /// <summary>Records each warning that was raised, changed or cleared since the last pass.</summary>
        public void Warnings(long nowMs)
        {
            while (_pack.Warnings.Next(_change))
            {
                EventRecord record = Begin(
                    _change.Level > 0 ? EventKind.WarningRaised : EventKind.WarningCleared, nowMs);
                record.Warning = (int)_change.Warning;
                record.Level = _change.Level;
                record.Value = _change.Value;
                _events.Add();
            }
        }

        /// <summary>The pack is kept apart from now on.</summary>
        public void Isolated(IsolationReason reason, long nowMs)
        {
            Add(EventKind.PackIsolated, (int)reason, 0, nowMs);
        }

        /// <summary>A person has looked at it.</summary>
        public void Cleared(long nowMs)
        {
            Add(EventKind.PackCleared, 0, 0, nowMs);
        }

        public bool IsKnown
        {
            get { return _pack.Serial != 0; }
        }

        public void Add(EventKind kind, int value, int level, long nowMs)
        {
            EventRecord record = Begin(kind, nowMs);
            record.Value = value;
            record.Level = level;
            _events.Add();
        }

        private EventRecord Begin(EventKind kind, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.Bay = _number;
            record.PackSerial = _pack.Serial;
            record.ChargePermille = _pack.ChargePermille;
            record.MeterWh = MeterWh;
            _pack.TellOwner(record);
            return record;
        }
    }
}
