using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a bay remembers of its pack and writes into the journal. Charge and serial are kept from when they were
    /// last valid: a pack that rests keeps both, although its charger bus falls silent.
    /// </summary>
    public sealed class BayRecords : ICustodyRecords
    {
        private const int RefreshMs = 1000;

        private readonly int _number;
        private readonly EventWriter _events;
        private readonly PackMonitor _pack;
        private readonly PackReading _reading = new PackReading();
        private readonly PackWarningChange _change = new PackWarningChange();
        private long _refreshedMs;
        private uint _csdReceived;

        /// <summary>A pack was recorded as standing here.</summary>
        public bool HasPack;

        /// <summary>The bay's energy meter, watt-hours, or <see cref="EventRecord.NotKnown"/>.</summary>
        public long MeterWh = EventRecord.NotKnown;

        /// <summary>Of the pack that stands here; -1 while it is not known.</summary>
        public int ChargePermille = -1;

        /// <summary>Of the pack that stands here; 0 while it is not known.</summary>
        public uint PackSerial;

        /// <summary>Hottest point as last heard, °C; of meaning while <see cref="HottestKnown"/>.</summary>
        public int HottestC;
        public bool HottestKnown;

        /// <summary>Whose it is, by its BRM.</summary>
        public PackOwner Owner;

        /// <summary>
        /// What the charger says it has delivered into this pack since it came (CSD), watt hours; a charge of which no
        /// CSD was heard is not in it.
        /// </summary>
        public int ChargedWh;

        /// <summary>The watch on a pack that has come in.</summary>
        public readonly PackWatch Watch;

        public BayRecords(int number, EventWriter events, PackMonitor pack, long watchMs)
        {
            Watch = new PackWatch(watchMs);
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
            _pack.Glance(nowMs, _reading);
            if (_reading.IsValid(PackValue.ChargePermille))
            {
                ChargePermille = _reading.Value(PackValue.ChargePermille);
            }

            if (_reading.IsValid(PackValue.PackSerial))
            {
                PackSerial = (uint)_reading.Value(PackValue.PackSerial);
            }

            if (_reading.IsValid(PackValue.MaxTemperatureC))
            {
                HottestC = _reading.Value(PackValue.MaxTemperatureC);
                HottestKnown = true;
                Watch.Take(HottestC, nowMs);
            }

            MessageSlot brm = _pack.Bus.Slot(ChargeMessage.Brm);
            uint owner = Brm.Ownership.Raw(brm.Data);
            Owner = brm.Received == 0 || owner > 1 ? Owner : owner == 0 ? PackOwner.Leased : PackOwner.Owned;
        }

        /// <summary>Energy of the charge that has just ended, watt hours; 0 when the charger did not say.</summary>
        private int TakeEnergyWh()
        {
            MessageSlot csd = _pack.Bus.Slot(ChargeMessage.Csd);
            bool isNew = csd.Received != _csdReceived && Csd.EnergyWh.IsAvailable(csd.Data);
            _csdReceived = csd.Received;
            int energyWh = isNew ? Csd.EnergyWh.Read(csd.Data) : 0;
            ChargedWh += energyWh;
            return energyWh;
        }

        public void Arrived(long nowMs)
        {
            Forget();
            HasPack = true;
            Watch.Begin(nowMs);
            Add(EventKind.PackArrived, 0, 0, nowMs);
        }

        /// <summary>The pack is gone, and with it what it warned of.</summary>
        public void Left(long nowMs)
        {
            Add(EventKind.PackLeft, 0, 0, nowMs);
            _pack.Reset(nowMs);
            Warnings(nowMs);
            Forget();
        }

        public void Charging(bool begins, long nowMs)
        {
            Take(nowMs);
            Add(begins ? EventKind.ChargeStarted : EventKind.ChargeEnded, begins ? 0 : TakeEnergyWh(), 0, nowMs);
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

        public bool IsKnown
        {
            get { return PackSerial != 0; }
        }

        /// <summary>
        /// Its serial number is one that a pack code can say: of seven digits. Another one (BRM has 32 bits) would
        /// never be seen again on a vehicle, and has no room on the station link.
        /// </summary>
        public bool IsNamed
        {
            get { return PackSerial - 1 < 9999999; }
        }

        public void Add(EventKind kind, int value, int level, long nowMs)
        {
            EventRecord record = Begin(kind, nowMs);
            record.Value = value;
            record.Level = level;
            _events.Add();
        }

        private void Forget()
        {
            HasPack = false;
            ChargePermille = -1;
            PackSerial = 0;
            HottestKnown = false;
            Owner = PackOwner.Unknown;
            ChargedWh = 0;
            _csdReceived = 0;
        }

        private EventRecord Begin(EventKind kind, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.Bay = _number;
            record.PackSerial = PackSerial;
            record.Owner = (int)Owner;
            record.ChargePermille = ChargePermille;
            record.MeterWh = MeterWh;
            return record;
        }
    }
}
