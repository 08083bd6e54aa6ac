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
        public const int ClosedBit = 0x40;
        private const int PowerBit = 0x80;

        private readonly NodeRole _role;
        private readonly int _packs;
        private readonly PackReading _pack = new PackReading();
        private readonly int[] _powerW;
        private readonly int[] _state;

        /// <summary>Subjects: packs, then the station, then the vehicle of a lane.</summary>
        public readonly int Count;

        public TelemetrySources(NodeRole role)
        {
            _role = role;
            _packs = role.HasVehicle ? 1 : role.BayCount;
            _powerW = new int[_packs];
            _state = new int[_packs];
            Count = _packs + (role.HasVehicle ? 2 : 1);
        }

        /// <summary>What the station's reading says of a bay.</summary>
        public static int BayState(BayPresence presence, ChargeStage stage, bool isolated)
        {
            return (int)presence | (int)stage << StageShift | (isolated ? IsolatedBit : 0);
        }

        /// <summary>Fills in one subject as it is now; false when it is not there.</summary>
        public bool Take(int index, long nowMs, TelemetryReading into)
        {
            if (index > _packs)
            {
                into.Begin(TelemetrySubject.Vehicle);
                return _role.ReadVehicle(into);
            }

            if (index == _packs)
            {
                TakeStation(into);
                return true;
            }

            into.Begin(TelemetrySubject.Pack);
            bool there = _role.ReadPack(index, nowMs, into, _pack);
            _state[index] = _role.BayState(index);
            _powerW[index] = 0;
            if (there)
            {
                TakePack(index, into);
            }

            return there;
        }

        private void TakePack(int index, TelemetryReading into)
        {
            for (int i = 0; i < PackFields.Length; i++)
            {
                PackValue value = (PackValue)PackFields[i];
                Quality quality = _pack.QualityOf(value);
                int number = quality == Quality.NotAvailable ? 0 : _pack.Value(value);
                into.Add(i < Tenths ? number / 100 : number, quality);
            }

            if (_pack.IsValid(PackValue.VoltageMv) && _pack.IsValid(PackValue.CurrentMa))
            {
                // A current that charges is negative.
                _powerW[index] = _pack.Value(PackValue.VoltageMv) / 100 * (_pack.Value(PackValue.CurrentMa) / -100)
                    / 100;
                _state[index] |= PowerBit;
            }
        }

        private void TakeStation(TelemetryReading into)
        {
            into.Begin(TelemetrySubject.Station);
            SwapState swap = _role.State;
            Quality quality = swap == null ? Quality.NotAvailable : Quality.Valid;
            into.Add(swap == null ? 0 : (int)swap.Phase, quality);
            into.Add(swap == null ? 0 : (int)swap.Fault, quality);
            into.Alarm = into.Values[0] == (int)Phase.Stopped;
            for (int i = 0; i < _role.BayCount; i++)
            {
                into.Add(_state[i], Quality.Valid);
                into.Add(_powerW[i], (_state[i] & PowerBit) != 0 ? Quality.Valid : Quality.NotAvailable);
            }
        }
    }
}
