namespace SwapEdge.Boards
{
    /// <summary>
    /// When the next pass is due. Passes keep to a grid of <see cref="PeriodMs"/>; one that would begin in the past is
    /// left out and counted, so that a stall is not followed by a burst.
    /// </summary>
    public sealed class Pace
    {
        public const int PeriodMs = 50;

        private long _dueMs;

        /// <summary>Passes left out since start.</summary>
        public long Missed;

        public Pace(long nowMs)
        {
            _dueMs = nowMs;
        }

        /// <summary>Called at the end of a pass: milliseconds to rest until the next, 0 and up.</summary>
        public int RestMs(long nowMs)
        {
            _dueMs += PeriodMs;
            if (nowMs > _dueMs)
            {
                long missed = (nowMs - _dueMs + PeriodMs - 1) / PeriodMs;
                Missed += missed;
                _dueMs += missed * PeriodMs;
            }

            return (int)(_dueMs - nowMs);
        }
    }
}
