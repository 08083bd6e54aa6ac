using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One view of a pack, whatever bus it came from: integers with the units of <see cref="PackValue"/>, each with its
    /// quality. A stale or abnormal value is still there to be shown; only a valid one is to be acted on. Where two
    /// sources have a value the better quality counts, then the one named first. Where both are valid and measure the
    /// same, and differ by more than the value's tolerance, neither is believed: the value is abnormal, shows the more
    /// cautious number, and <see cref="Disagrees"/>.
    /// </summary>
    public sealed class PackReading
    {
        public const int Count = 30;

        private const int NotCompared = 0x7FFFFFFF;

        private readonly int[] _values = new int[Count];
        private readonly Quality[] _qualities = new Quality[Count];
        private uint _disagree;

        public int Value(PackValue value)
        {
            return _values[(int)value];
        }

        public Quality QualityOf(PackValue value)
        {
            return _qualities[(int)value];
        }

        public bool IsValid(PackValue value)
        {
            return _qualities[(int)value] == Quality.Valid;
        }

        /// <summary>Two valid sources contradicted each other.</summary>
        public bool Disagrees(PackValue value)
        {
            return (_disagree & (1u << (int)value)) != 0;
        }

        public void Set(PackValue value, int number, Quality quality)
        {
            _values[(int)value] = number;
            _qualities[(int)value] = quality;
        }

        /// <summary>Takes a value where it is of better quality than what is there.</summary>
        public void Prefer(PackValue value, int number, Quality quality)
        {
            Quality had = _qualities[(int)value];
            bool first = had == Quality.NotAvailable && quality != Quality.NotAvailable;
            if (first || (!Disagrees(value) && Rank(quality) > Rank(had)))
            {
                Set(value, number, quality);
            }
        }

        /// <summary>Takes another measurement of the same: as Prefer, but two valid ones must agree.</summary>
        public void Compare(PackValue value, int number, Quality quality)
        {
            int index = (int)value;
            if (quality != Quality.Valid || _qualities[index] != Quality.Valid)
            {
                Prefer(value, number, quality);
                return;
            }

            int own = _values[index];
            if (value == PackValue.MaxLevel)
            {
                _values[index] = own > number ? own : number;
            }
            else if (Distance(value, own, number) > Tolerance(value))
            {
                _disagree |= 1u << index;
                Set(value, Cautious(value, own, number), Quality.Abnormal);
            }
        }

        /// <summary>Adds what another bus says about the same pack.</summary>
        public void Join(PackReading other)
        {
            for (int i = 0; i < Count; i++)
            {
                if (other._qualities[i] != Quality.NotAvailable)
                {
                    Compare((PackValue)i, other._values[i], other._qualities[i]);
                }
            }

            _disagree |= other._disagree & ~Answered();
        }

        public void Clear()
        {
            _disagree = 0;
            System.Array.Clear(_values, 0, Count);
            System.Array.Clear(_qualities, 0, Count);
        }

        // Values for which a valid source stands against the other's contradiction: believed.
        private uint Answered()
        {
            uint answered = 0;
            for (int i = 0; i < Count; i++)
            {
                answered |= _qualities[i] == Quality.Valid ? 1u << i : 0;
            }

            return answered;
        }

        /// <summary>How far two sources may be apart, in the value's unit.</summary>
        private static int Tolerance(PackValue value)
        {
            switch (value)
            {
                case PackValue.VoltageMv:
                case PackValue.BusSideMv:
                    return 15000;
                case PackValue.CurrentMa:
                    return 100000;
                case PackValue.RatedMv:
                case PackValue.CapacityMah:
                    return 20000;
                case PackValue.EnergyWh:
                    return 10000;
                case PackValue.ChargePermille:
                case PackValue.HealthPermille:
                    return 50;
                case PackValue.MaxCellMv:
                case PackValue.MinCellMv:
                case PackValue.MeanCellMv:
                    return 100;
                case PackValue.MaxTemperatureC:
                case PackValue.MinTemperatureC:
                case PackValue.MeanTemperatureC:
                    return 5;
                case PackValue.CellCount:
                case PackValue.ProbeCount:
                    return 0;
                default:
                    return NotCompared;
            }
        }

        // Only a charger bus has a stated sign of the current.
        private static int Distance(PackValue value, int own, int other)
        {
            int distance = value == PackValue.CurrentMa ? Magnitude(own) - Magnitude(other) : own - other;
            return Magnitude(distance);
        }

        private static int Magnitude(int number)
        {
            return number < 0 ? -number : number;
        }

        private static int Cautious(PackValue value, int own, int other)
        {
            switch (value)
            {
                case PackValue.MaxCellMv:
                case PackValue.MaxTemperatureC:
                case PackValue.VoltageMv:
                case PackValue.BusSideMv:
                    return own > other ? own : other;
                case PackValue.CurrentMa:
                    return Magnitude(own) > Magnitude(other) ? own : other;
                case PackValue.MinCellMv:
                case PackValue.MinTemperatureC:
                    return own < other ? own : other;
                default:
                    return own;
            }
        }

        private static int Rank(Quality quality)
        {
            return quality == Quality.Valid ? 3 : quality == Quality.Stale ? 2 : quality == Quality.Abnormal ? 1 : 0;
        }
    }
}
