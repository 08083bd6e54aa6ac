namespace SwapEdge.Firmware
{
    /// <summary>
    /// Turns the level of a button into edges. Only a button that was seen released for the whole time gives one, so
    /// one that bounces or is held down through a start does not.
    /// </summary>
    public sealed class PushButton
    {
        private readonly long _debounceMs;
        private bool _armed;
        private bool _released;
        private long _releasedMs;

        public PushButton(long debounceMs)
        {
            _debounceMs = debounceMs;
        }

        /// <summary>True in the pass in which the press counts.</summary>
        /// <param name="level">The input as it is now.</param>
        /// <param name="pressed">The filtered level.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public bool Edge(bool level, bool pressed, long nowMs)
        {
            if (!level && !pressed && _released && _armed)
            {
                // At rest, as nearly always.
                return false;
            }

            if (!level && !_released)
            {
                _releasedMs = nowMs;
            }
            else if (!level && nowMs - _releasedMs >= _debounceMs)
            {
                _armed = true;
            }

            _released = !level;
            bool edge = pressed && _armed;
            _armed = _armed && !edge;
            return edge;
        }
    }
}
