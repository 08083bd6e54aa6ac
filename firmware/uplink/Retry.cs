namespace SwapEdge.Firmware
{
    /// <summary>
    /// When to try again: doubling waits with jitter, so that a city's stations do not come back as one.
    /// </summary>
    public sealed class Retry
    {
        private readonly IRandom _random;
        private readonly long _firstMs;
        private readonly long _longestMs;
        private readonly byte[] _dice = new byte[2];
        private long _sinceMs;
        private long _waitMs;
        private long _baseMs;

        /// <summary>The first attempt is due at once.</summary>
        public Retry(IRandom random, long firstMs, long longestMs)
        {
            _random = random;
            _firstMs = firstMs;
            _longestMs = longestMs;
            _baseMs = firstMs;
        }

        public bool Due(long nowMs)
        {
            return nowMs - _sinceMs >= _waitMs;
        }

        /// <summary>Milliseconds since the last attempt.</summary>
        public long Since(long nowMs)
        {
            return nowMs - _sinceMs;
        }

        /// <summary>Starts waiting, as after a connection was lost.</summary>
        public void Begin(long nowMs)
        {
            _sinceMs = nowMs;
            _waitMs = Jittered();
        }

        /// <summary>Notes an attempt; the next one waits twice as long.</summary>
        public void Attempt(long nowMs)
        {
            _sinceMs = nowMs;
            _waitMs = Jittered();
            _baseMs = _baseMs * 2 > _longestMs ? _longestMs : _baseMs * 2;
        }

        public void Succeed()
        {
            _baseMs = _firstMs;
        }

        /// <summary>Half to one and a half of the base.</summary>
        private long Jittered()
        {
            _random.Fill(_dice);
            long share = _dice[0] | (_dice[1] << 8);
            return _baseMs / 2 + _baseMs * share / 65536;
        }
    }
}
