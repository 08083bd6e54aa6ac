namespace SwapEdge.Firmware
{
    /// <summary>
    /// Up to 64 levels over time: a level counts once it has been seen in two passes and for the given time; its loss
    /// counts at once.
    /// </summary>
    public sealed class LevelFilter
    {
        private const int Bits = 64;

        private readonly long[] _sinceMs = new long[Bits];
        private readonly long _debounceMs;
        private ulong _last;
        private ulong _stable;

        public LevelFilter(long debounceMs)
        {
            _debounceMs = debounceMs;
        }

        /// <summary>The levels that count, of those of this pass.</summary>
        public ulong Of(ulong levels, long nowMs)
        {
            ulong risen = levels & ~_last;
            _stable &= levels;
            ulong waiting = levels & ~_stable;
            _last = levels;
            for (int bit = 0; bit < Bits && waiting >> bit != 0; bit++)
            {
                ulong mask = 1UL << bit;
                if ((risen & mask) != 0)
                {
                    _sinceMs[bit] = nowMs;
                }
                else if ((waiting & mask) != 0 && nowMs - _sinceMs[bit] >= _debounceMs)
                {
                    _stable |= mask;
                }
            }

            return _stable;
        }
    }
}
