using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One view of a pack, whatever bus it came from: integers with the units of <see cref="PackValue"/>, each with its
    /// quality. A stale or abnormal value is still there to be shown; only a valid one is to be acted on.
    /// </summary>
    public sealed class PackReading
    {
        public const int Count = 22;

        private readonly int[] _values = new int[Count];
        private readonly Quality[] _qualities = new Quality[Count];

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

        public void Set(PackValue value, int number, Quality quality)
        {
            _values[(int)value] = number;
            _qualities[(int)value] = quality;
        }

        public void Clear()
        {
            for (int i = 0; i < Count; i++)
            {
                _values[i] = 0;
                _qualities[i] = Quality.NotAvailable;
            }
        }
    }
}
