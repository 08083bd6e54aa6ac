namespace SwapEdge.Firmware
{
    /// <summary>What a lane learns of its own sensors and of the lock over several swaps.</summary>
    public sealed class LaneWear
    {
        private readonly SensorWatch _sensors;
        private readonly LockTravel _unlocking;
        private readonly LockTravel _locking;
        private bool _swapped;

        public LaneWear(SwapProfile profile, SwapTable table, EventWriter events)
        {
            LaneWarnings warnings = new LaneWarnings(events);
            _sensors = new SensorWatch(profile, warnings);
            _unlocking = new LockTravel(Phase.Unlocking, Drive.Unlock, LaneWarning.UnlockSlow,
                table.LimitMs[(int)Phase.Unlocking], warnings);
            _locking = new LockTravel(Phase.Locking, Drive.Lock, LaneWarning.LockSlow,
                table.LimitMs[(int)Phase.Locking], warnings);
        }

        /// <summary>Takes what a pass has seen and done.</summary>
        /// <param name="reading">What was seen.</param>
        /// <param name="was">The state that the step was given.</param>
        /// <param name="next">The state that it made.</param>
        /// <param name="output">What it asks for.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Watch(LaneReading reading, SwapState was, SwapState next, SwapOutput output, long nowMs)
        {
            _sensors.Watch(reading, nowMs);
            bool open = (output.Seen & Fact.LockOpen) != Fact.None && next.Phase == Phase.Lifting;
            bool closed = (output.Seen & Fact.LockClosed) != Fact.None && next.Phase == Phase.Verifying;
            _unlocking.Watch(was.Phase, next.Phase, open, output.Drives, nowMs);
            _locking.Watch(was.Phase, next.Phase, closed, output.Drives, nowMs);
            if (was.Phase == Phase.Verifying && next.Phase == Phase.Withdrawing)
            {
                _swapped = (output.Seen & Fact.PlannedPackSeen) != Fact.None;
            }

            if (was.Phase != Phase.Idle && next.Phase == Phase.Idle)
            {
                if (_swapped)
                {
                    _sensors.Completed(nowMs);
                }

                _swapped = false;
            }
        }
    }
}
