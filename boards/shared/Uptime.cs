namespace SwapEdge.Boards
{
    /// <summary>
    /// Milliseconds since start that never go back. The runtime counts 10 ms ticks in 32 bits, so what it reports
    /// begins again after about 497 days. Ask it more often than that.
    /// </summary>
    public sealed class Uptime
    {
        /// <summary>2^32 ticks of 10 ms.</summary>
        private const long TurnMs = 42949672960;

        private long _lastMs;
        private long _turnsMs;

        /// <param name="reportedMs">What the runtime reports now.</param>
        public long Extend(long reportedMs)
        {
            if (reportedMs < _lastMs)
            {
                _turnsMs += TurnMs;
            }

            _lastMs = reportedMs;
            return _turnsMs + reportedMs;
        }
    }
}
