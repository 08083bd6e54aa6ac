using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The subjects of a node and their fields, as SPEC.md numbers them: its packs (in bays, behind doors, or the one
    /// on the vehicle in the lane), the vehicle, and the station.
    /// </summary>
    public sealed class TelemetrySources
    {
        /// <summary>Of a pack, in the order of its fields; those of the first <see cref="Tenths"/> in 100 of its
        /// unit.</summary>
        private static readonly byte[] PackFields =
        {
            (byte)PackValue.CurrentMa, (byte)PackValue.ChargerCurrentMa, (byte)PackValue.VoltageMv,
            (byte)PackValue.ChargerVoltageMv, (byte)PackValue.DemandCurrentMa, (byte)PackValue.DemandVoltageMv,
            (byte)PackValue.BusSideMv, (byte)PackValue.MaxCellMv, (byte)PackValue.MinCellMv,
            (byte)PackValue.ChargePermille, (byte)PackValue.MaxTemperatureC, (byte)PackValue.MinTemperatureC,
            (byte)PackValue.RemainingMinutes, (byte)PackValue.HealthPermille, (byte)PackValue.InsulationPositiveKohm,
            (byte)PackValue.InsulationNegativeKohm, (byte)PackValue.MaxLevel, (byte)PackValue.FaultCode,
            (byte)PackValue.ThermalRunawayReason,
        };

        private const int Tenths = 7;
        private const int StageShift = 2;
        private const int IsolatedBit = 0x20;
        private const int ClosedBit = 0x40;
        private const int PowerBit = 0x80;

        private readonly Lane _lane;
        private readonly Bay[] _bays;
        private readonly CabinetDoor[] _doors;
        private readonly Cabinet _cabinet;
        private readonly PackReading _pack = new PackReading();
        private readonly SwapPackReader _reader;
        private readonly int[] _powerW;
        private readonly int[] _state;

        /// <summary>Subjects: packs, then the station, then the vehicle of a lane.</summary>
        public readonly int Count;

        public TelemetrySources(Lane lane, BayGroup bays, Cabinet cabinet)
        {
            _lane = lane;
            _bays = bays == null ? new Bay[0] : bays.Bays;
            _cabinet = cabinet;
            _doors = cabinet == null ? new CabinetDoor[0] : cabinet.Doors.Doors;
            _reader = lane == null ? null : new SwapPackReader();
            int packs = _bays.Length + _doors.Length + (lane == null ? 0 : 1);
            _powerW = new int[packs];
            _state = new int[packs];
            Count = packs + (lane == null ? 1 : 2);
        }

        /// <summary>Fills in one subject as it is now; false when it is not there.</summary>
        public bool Take(int index, long nowMs, TelemetryReading into)
        {
            if (index >= _state.Length)
            {
                return index == _state.Length ? TakeStation(into) : TakeVehicle(into);
            }

            into.Begin(TelemetrySubject.Pack);
            bool there = _bays.Length > 0 ? TakeBay(index, nowMs, into)
                : _doors.Length > 0 ? TakeDoor(index, nowMs, into) : TakeLane(nowMs, into);
            _powerW[index] = 0;
            if (there)
            {
                TakePack(index, into);
            }

            return there;
        }

        private bool TakeBay(int index, long nowMs, TelemetryReading into)
        {
            Bay bay = _bays[index];
            into.Bay = bay.Number;
            into.Serial = bay.Records.PackSerial;
            into.Alarm = bay.Pack.Warnings.Highest() >= EventWriter.AlarmLevel;
            _state[index] = (int)bay.Presence | (int)bay.Pack.Session.Stage << StageShift
                | (bay.Isolated ? IsolatedBit : 0);
            if (bay.Presence != BayPresence.Occupied)
            {
                return false;
            }

            bay.Pack.Read(nowMs, _pack);
            return true;
        }

        private bool TakeDoor(int index, long nowMs, TelemetryReading into)
        {
            CabinetDoor door = _doors[index];
            into.Bay = door.Number;
            into.Serial = door.Pack.Serial;
            into.Name = door.Pack.Code;
            into.NameLength = door.Pack.CodeLength;
            into.Alarm = door.Pack.Warnings.Highest() >= EventWriter.AlarmLevel;
            ChargeStage stage = door.Pack.IsCharging ? ChargeStage.Charging : ChargeStage.None;
            _state[index] = (int)door.Presence | (int)stage << StageShift | (door.Isolated ? IsolatedBit : 0)
                | (door.IsClosed ? ClosedBit : 0);
            door.Pack.Read(nowMs, _pack);
            return door.Presence == BayPresence.Occupied;
        }

        private bool TakeLane(long nowMs, TelemetryReading into)
        {
            PackCodeAssembly code = _lane.Bus.PackCode;
            into.Name = code.Code;
            into.NameLength = code.IsComplete ? code.Length : 0;
            into.Alarm = _lane.Phase == Phase.Stopped;
            if (_lane.Bus.Slot(SwapPackMessage.St1).Received == 0)
            {
                return false;
            }

            _reader.Read(_lane.Bus, nowMs, _pack);
            return true;
        }

        private void TakePack(int index, TelemetryReading into)
        {
            for (int i = 0; i < PackFields.Length; i++)
            {
                PackValue value = (PackValue)PackFields[i];
                into.Add(i < Tenths ? _pack.Value(value) / 100 : _pack.Value(value), _pack.QualityOf(value));
            }

            if (_pack.IsValid(PackValue.VoltageMv) && _pack.IsValid(PackValue.CurrentMa))
            {
                // A current that charges is negative.
                _powerW[index] = _pack.Value(PackValue.VoltageMv) / 100 * (_pack.Value(PackValue.CurrentMa) / -100)
                    / 100;
                _state[index] |= PowerBit;
            }
        }

        private bool TakeStation(TelemetryReading into)
        {
            into.Begin(TelemetrySubject.Station);
            SwapState swap = _lane != null ? _lane.State : _cabinet != null ? _cabinet.State : null;
            Quality quality = swap == null ? Quality.NotAvailable : Quality.Valid;
            into.Add(swap == null ? 0 : (int)swap.Phase, quality);
            into.Add(swap == null ? 0 : (int)swap.Fault, quality);
            into.Alarm = into.Values[0] == (int)Phase.Stopped;
            for (int i = 0; i < _bays.Length + _doors.Length; i++)
            {
                into.Add(_state[i], Quality.Valid);
                into.Add(_powerW[i], (_state[i] & PowerBit) != 0 ? Quality.Valid : Quality.NotAvailable);
            }

            return true;
        }

        private bool TakeVehicle(TelemetryReading into)
        {
            LaneReading seen = _lane.Reading;
            into.Begin(TelemetrySubject.Vehicle);
            into.Name = _lane.Vehicle.Text;
            into.NameLength = _lane.Vehicle.Length;
            into.Alarm = _lane.Phase == Phase.Stopped;
            into.Add((int)seen.Levels, Quality.Valid);
            into.Add((int)(seen.Levels >> 32), Quality.Valid);
            Quality frame = seen.LockFrameAlive ? Quality.Valid : Quality.Stale;
            into.Add(seen.LockFramePin, frame);
            into.Add(seen.ConnectorLoop, frame);
            into.Add(seen.DischargeCircuit, frame);
            into.Add(seen.ChargeCircuit, frame);
            return into.NameLength > 0;
        }
    }
}
