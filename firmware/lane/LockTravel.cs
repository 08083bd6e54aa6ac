namespace SwapEdge.Firmware
{
    /// <summary>
    /// How long the lock takes from the drive being given to the end being evident, over the swaps since start. A
    /// travel of more than one and a half times the usual, or of 70 % of its limit, is warned of: before it fails.
    /// </summary>
    public sealed class LockTravel
    {
        /// <summary>Before so many travels nobody knows what is usual.</summary>
        public const int Enough = 5;

        /// <summary>A new travel counts for one eighth of the mean, which is kept in sixteenths.</summary>
        private const int Weight = 8;
        private const int Parts = 16;

        private readonly Phase _phase;
        private readonly Drive _drive;
        private readonly LaneWarning _warning;
        private readonly long _limitMs;
        private readonly LaneWarnings _warnings;
        private long _meanParts;
        private int _count;
        private bool _runs;
        private long _beganMs;
        private bool _warned;

        /// <param name="phase">Locking or Unlocking.</param>
        /// <param name="drive">What moves it there.</param>
        /// <param name="warning">What a slow travel is called.</param>
        /// <param name="limitMs">Limit of one try of the phase.</param>
        /// <param name="warnings">Where it is told.</param>
        public LockTravel(Phase phase, Drive drive, LaneWarning warning, long limitMs, LaneWarnings warnings)
        {
            _phase = phase;
            _drive = drive;
            _warning = warning;
            _limitMs = limitMs;
            _warnings = warnings;
        }

        /// <summary>Takes what one step did.</summary>
        /// <param name="was">The phase before.</param>
        /// <param name="isNow">The phase after it.</param>
        /// <param name="well">It went on because the end was reached.</param>
        /// <param name="drives">What is asked for now.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Watch(Phase was, Phase isNow, bool well, Drive drives, long nowMs)
        {
            if (_runs && was == _phase && isNow != _phase && well)
            {
                Take(nowMs - _beganMs, nowMs);
            }

            bool driven = isNow == _phase && (drives & _drive) != Drive.None;
            _beganMs = driven && !_runs ? nowMs : _beganMs;
            _runs = driven;
        }

        private void Take(long travelMs, long nowMs)
        {
            bool slow = (_count >= Enough && travelMs * 2 * Parts > _meanParts * 3) || travelMs * 10 > _limitMs * 7;
            if (slow && !_warned)
            {
                _warnings.Raise(_warning, (int)travelMs, nowMs);
            }
            else if (!slow && _warned)
            {
                _warnings.Clear(_warning, (int)travelMs, nowMs);
            }

            _warned = slow;
            _meanParts += _count == 0 ? travelMs * Parts : (travelMs * Parts - _meanParts) / Weight;
            _count++;
        }
    }
}
