namespace SwapEdge.Firmware
{
    /// <summary>How long two sources have disagreed without a break.</summary>
    public sealed class Disagreement
    {
        private readonly long _limitMs;
        private bool _differs;
        private long _sinceMs;

        public Disagreement(long limitMs)
        {
            _limitMs = limitMs;
        }

        /// <summary>They have differed for longer than the limit.</summary>
        public bool Lasts(bool differs, long nowMs)
        {
            _sinceMs = differs && !_differs ? nowMs : _sinceMs;
            _differs = differs;
            return differs && nowMs - _sinceMs > _limitMs;
        }
    }
}
