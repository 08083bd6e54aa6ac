namespace SwapEdge.Protocol
{
    /// <summary>
    /// Watches a sender's life counter: whether it moves, and how many frames its steps say were lost. A sender that
    /// repeats its last frame for ever looks alive to everything but this.
    /// </summary>
    public sealed class LifeCounter
    {
        /// <summary>Frames that the counter's steps say were sent and not seen.</summary>
        public uint Lost;

        /// <summary>The counter was seen to move, and in time.</summary>
        public bool Moved
        {
            get { return _moved; }
        }

        private readonly int _wrap;
        private readonly int _frozenFrames;
        private readonly int _frozenMs;
        private bool _seen;
        private bool _moved;
        private int _last;
        private int _same;
        private long _changedMs;

        /// <summary>
        /// Counts 0 to wrap - 1; dead after more than so many equal frames, or so long without a change.
        /// </summary>
        public LifeCounter(int wrap, int frozenFrames, int frozenMs)
        {
            _wrap = wrap;
            _frozenFrames = frozenFrames;
            _frozenMs = frozenMs;
        }

        /// <summary>Takes the counter of an arrived frame: Ok, FrozenCounter or CounterInvalid.</summary>
        public DecodeResult Accept(int counter, long timeMs)
        {
            if (counter < 0 || counter >= _wrap)
            {
                return DecodeResult.CounterInvalid;
            }

            if (_seen && counter == _last)
            {
                _same = _same > _frozenFrames ? _same : _same + 1;
                return _same > _frozenFrames || timeMs - _changedMs > _frozenMs
                    ? DecodeResult.FrozenCounter
                    : DecodeResult.Ok;
            }

            if (_seen)
            {
                int step = counter - _last;
                Lost += (uint)((step < 0 ? step + _wrap : step) - 1);
                _moved = _same <= _frozenFrames && timeMs - _changedMs <= _frozenMs;
            }

            _seen = true;
            _last = counter;
            _same = 0;
            _changedMs = timeMs;
            return DecodeResult.Ok;
        }

        /// <summary>
        /// True once the counter was seen to move in time, for as long as it goes on. After a stop the first frame
        /// proves nothing: it may be the only one.
        /// </summary>
        public bool IsAlive(long nowMs)
        {
            return _moved && _same <= _frozenFrames && nowMs - _changedMs <= _frozenMs;
        }

        public void Reset()
        {
            _seen = false;
            _moved = false;
            _same = 0;
        }
    }
}
