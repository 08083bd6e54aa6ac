using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a bay writes into the journal.</summary>
    public sealed class BayRecords
    {
        private readonly int _number;
        private readonly EventWriter _events;
        private readonly PackMonitor _pack;

        /// <summary>A pack was recorded as standing here.</summary>
        public bool HasPack;

        public BayRecords(int number, EventWriter events, PackMonitor pack)
        {
            _number = number;
            _events = events;
            _pack = pack;
        }

        public void Arrived(long nowMs)
        {
            HasPack = true;
            Begin(EventKind.PackArrived, nowMs);
            _events.Add();
        }

        public void Left(long nowMs)
        {
            HasPack = false;
            SetPack(Begin(EventKind.PackLeft, nowMs));
            _events.Add();
        }

        public void Charging(bool begins, long nowMs)
        {
            SetPack(Begin(begins ? EventKind.ChargeStarted : EventKind.ChargeEnded, nowMs));
            _events.Add();
        }

        /// <summary>Records each warning that was raised or cleared since the last pass.</summary>
        public void Warnings(long nowMs)
        {
            while (_pack.NextChange())
            {
                EventRecord record = Begin(
                    _pack.ChangeRaised ? EventKind.WarningRaised : EventKind.WarningCleared, nowMs);
                record.Warning = (int)_pack.Change;
                record.Level = _pack.ChangeLevel;
                record.Value = _pack.ChangeValue;
                SetPack(record);
                _events.Add();
            }
        }

        private EventRecord Begin(EventKind kind, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.Bay = _number;
            return record;
        }

        private void SetPack(EventRecord record)
        {
            PackReading reading = _pack.Reading;
            record.PackSerial = reading.SerialQuality == Quality.Valid ? reading.Serial : 0;
            record.ChargePermille = reading.ChargeQuality == Quality.Valid ? reading.ChargePermille : -1;
        }
    }
}
