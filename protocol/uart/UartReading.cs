namespace SwapEdge.Protocol
{
    /// <summary>
    /// A pack as its BMS on a UART shows it: integers with the units of <see cref="UartValue"/>, each with its quality.
    /// Owned and reused by the caller.
    /// </summary>
    public sealed class UartReading
    {
        public const int Count = 13;
        public const int MaxCells = 32;
        public const int MaxProbes = 8;

        /// <summary>A cell out of these, or a probe, is a broken wire rather than a state of the pack.</summary>
        public const int LeastCellMv = 500;
        public const int MostCellMv = 5000;
        public const int LeastProbeC = -50;
        public const int MostProbeC = 140;

        /// <summary>In the order of the BMS; the first <see cref="CellCount"/> count.</summary>
        public readonly int[] CellMv = new int[MaxCells];
        public int CellCount;

        /// <summary>Inside the pack, in °C; the first <see cref="ProbeCount"/> count.</summary>
        public readonly int[] ProbeC = new int[MaxProbes];
        public int ProbeCount;

        private readonly int[] _values = new int[Count];
        private readonly Quality[] _qualities = new Quality[Count];

        public int Value(UartValue value)
        {
            return _values[(int)value];
        }

        public Quality QualityOf(UartValue value)
        {
            return _qualities[(int)value];
        }

        public void Set(UartValue value, int number, Quality quality)
        {
            _values[(int)value] = number;
            _qualities[(int)value] = quality;
        }

        public void Clear()
        {
            CellCount = 0;
            ProbeCount = 0;
            for (int i = 0; i < Count; i++)
            {
                _values[i] = 0;
                _qualities[i] = Quality.NotAvailable;
            }
        }

        /// <summary>A value that is wrong when it lies out of its range.</summary>
        internal void SetWithin(UartValue value, int number, int least, int most, Quality quality)
        {
            Set(value, number, number < least || number > most ? Quality.Abnormal : quality);
        }

        /// <summary>Highest and lowest of the cells; one broken wire makes both abnormal.</summary>
        internal void SetCells(Quality quality)
        {
            SetExtremes(CellMv, CellCount, UartValue.MaxCellMv, UartValue.MinCellMv, LeastCellMv, MostCellMv, quality);
        }

        /// <summary>Highest and lowest of the probes; one broken wire makes both abnormal.</summary>
        internal void SetProbes(Quality quality)
        {
            SetExtremes(ProbeC, ProbeCount, UartValue.MaxTemperatureC, UartValue.MinTemperatureC, LeastProbeC,
                MostProbeC, quality);
        }

        private void SetExtremes(
            int[] numbers, int count, UartValue highest, UartValue lowest, int least, int most, Quality quality)
        {
            if (count == 0)
            {
                return;
            }

            int high = numbers[0];
            int low = numbers[0];
            for (int i = 1; i < count; i++)
            {
                high = numbers[i] > high ? numbers[i] : high;
                low = numbers[i] < low ? numbers[i] : low;
            }

            Quality common = low < least || high > most ? Quality.Abnormal : quality;
            Set(highest, high, common);
            Set(lowest, low, common);
        }
    }
}
