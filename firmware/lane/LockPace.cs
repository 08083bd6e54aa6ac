namespace SwapEdge.Firmware
{
    /// <summary>
    /// Watches every lock point for a travel that no bolt can make: away from one end and at the other in less than the
    /// time given. It works on the inputs as they are, before any filter.
    /// </summary>
    public sealed class LockPace
    {
        private readonly long[] _leftMs = new long[SwapProfile.MostLockPoints];
        private readonly long _travelMs;
        private readonly int _points;
        private int _left;
        private int _open;
        private int _closed;
        private long _lastMs;

        /// <summary>A point was too fast; kept until <see cref="Forget"/>.</summary>
        public bool TooFast;

        public LockPace(SwapProfile profile)
        {
            _travelMs = profile.LockTravelMs;
            _points = profile.LockPoints;
        }

        /// <summary>The phase is over: what was seen in it was answered, or did not matter.</summary>
        public void Forget()
        {
            TooFast = false;
        }

        /// <param name="open">Points at their open end, bit n for point n + 1.</param>
        /// <param name="closed">Points at their closed end.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Watch(int open, int closed, long nowMs)
        {
            if (open != _open || closed != _closed)
            {
                for (int point = 0; point < _points; point++)
                {
                    Watch(point, 1 << point, open, closed, nowMs);
                }

                _open = open;
                _closed = closed;
            }

            _lastMs = nowMs;
        }

        // When it was last seen at an end is the pass before the one that misses it there.
        private void Watch(int point, int bit, int open, int closed, long nowMs)
        {
            bool wasOpen = (_open & bit) != 0;
            bool wasClosed = (_closed & bit) != 0;
            bool isOpen = (open & bit) != 0;
            bool isClosed = (closed & bit) != 0;
            if (wasOpen != wasClosed && !(wasOpen ? isOpen : isClosed))
            {
                _left = wasOpen ? _left | bit : _left & ~bit;
                _leftMs[point] = _lastMs;
            }

            bool leftOpen = (_left & bit) != 0;
            bool arrives = isOpen != isClosed && (leftOpen ? isClosed && !wasClosed : isOpen && !wasOpen);
            TooFast = TooFast || (arrives && _leftMs[point] > 0 && nowMs - _leftMs[point] < _travelMs);
        }
    }
}
