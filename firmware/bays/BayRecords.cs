using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a bay remembers of its pack and writes into the journal. Charge and serial are kept from when they were
    /// last valid: a pack that rests keeps both, although its charger bus falls silent.
    /// </summary>
    public sealed class BayRecords
    {
        private const int RefreshMs = 1000;

        private readonly int _number;
        private readonly EventWriter _events;
        private readonly PackMonitor _pack;
        private readonly PackReading _reading = new PackReading();
        private readonly PackWarningChange _change = new PackWarningChange();
        private long _refreshedMs;

        /// <summary>A pack was recorded as standing here.</summary>
        public bool HasPack;

        /// <summary>Of the pack that stands here; -1 while it is not known.</summary>
        public int ChargePermille = -1;

        /// <summary>Of the pack that stands here; 0 while it is not known.</summary>
        public uint PackSerial;

        public BayRecords(int number, EventWriter events, PackMonitor pack)
        {
            _number = number;
            _events = events;
            _pack = pack;
        }

        /// <summary>
        /// Takes over what the pack says, every <see cref="RefreshMs"/>: decoding all of it is not free.
        /// </summary>
        public void Refresh(long nowMs)
        {
            if (HasPack && nowMs - _refreshedMs >= RefreshMs)
            {
                Take(nowMs);
            }
        }

        private void Take(long nowMs)
        {
            _refreshedMs = nowMs;
            _pack.Read(nowMs, _reading);
            if (_reading.IsValid(PackValue.ChargePermille))
            {
                ChargePermille = _reading.Value(PackValue.ChargePermille);
            }

            if (_reading.IsValid(PackValue.PackSerial))
            {
                PackSerial = (uint)_reading.Value(PackValue.PackSerial);
            }
        }

        public void Arrived(long nowMs)
        {
            HasPack = true;
            ChargePermille = -1;
            PackSerial = 0;
            Add(EventKind.PackArrived, nowMs);
        }

        /// <summary>The pack is gone, and with it what it warned of.</summary>
        public void Left(long nowMs)
        {
            Add(EventKind.PackLeft, nowMs);
            _pack.Reset(nowMs);
            Warnings(nowMs);
            HasPack = false;
            ChargePermille = -1;
            PackSerial = 0;
        }

        public void Charging(bool begins, long nowMs)
        {
            Take(nowMs);
            Add(begins ? EventKind.ChargeStarted : EventKind.ChargeEnded, nowMs);
        }

        /// <summary>Records each warning that was raised, changed or cleared since the last pass.</summary>
        public void Warnings(long nowMs)
        {
            while (_pack.Warnings.Next(_change))
            {
                EventKind kind = _change.Level > 0 ? EventKind.WarningRaised : EventKind.WarningCleared;
                EventRecord record = Begin(kind, nowMs);
                record.Warning = (int)_change.Warning;
                record.Level = _change.Level;
                record.Value = _change.Value;
                _events.Add();
            }
        }

        private void Add(EventKind kind, long nowMs)
        {
            Begin(kind, nowMs);
            _events.Add();
        }

        private EventRecord Begin(EventKind kind, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.Bay = _number;
            record.PackSerial = PackSerial;
            record.ChargePermille = ChargePermille;
            return record;
        }
    }
}
