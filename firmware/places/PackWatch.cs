namespace SwapEdge.Firmware
{
    /// <summary>
    /// The watch on a pack that has come in: for a time it is not given out while it warms up, or before its
    /// temperature was heard. (Jiangmen 2023: a returned pack caught fire about ten minutes after its return; the usual
    /// watch is three times that.) A pack that stays cool goes out again at once.
    /// </summary>
    public sealed class PackWatch
    {
        /// <summary>So much, in °C, within <see cref="WindowMs"/> is warming up: several times what charging does.
        /// </summary>
        public const int RiseC = 3;
        public const int WindowMs = 120000;

        private readonly long _lastsMs;
        private long _beganMs;
        private long _referenceMs;
        private int _referenceC;
        private bool _heard;
        private bool _rising;

        /// <param name="lastsMs">How long the watch lasts; 0 for none.</param>
        public PackWatch(long lastsMs)
        {
            _lastsMs = lastsMs;
        }

        /// <summary>A pack has come in, or was found after a start.</summary>
        public void Begin(long nowMs)
        {
            _beganMs = nowMs;
            _heard = false;
            _rising = false;
        }

        /// <summary>Its hottest point, heard just now.</summary>
        public void Take(int hottestC, long nowMs)
        {
            if (_heard && hottestC - _referenceC >= RiseC)
            {
                _rising = true;
                Refer(hottestC, nowMs);
            }
            else if (!_heard || hottestC < _referenceC)
            {
                Refer(hottestC, nowMs);
            }
            else if (nowMs - _referenceMs >= WindowMs)
            {
                _rising = false;
                Refer(hottestC, nowMs);
            }

            _heard = true;
        }

        /// <summary>The pack is not to be given out yet.</summary>
        public bool Holds(long nowMs)
        {
            return nowMs - _beganMs < _lastsMs && (!_heard || _rising);
        }

        private void Refer(int hottestC, long nowMs)
        {
            _referenceC = hottestC;
            _referenceMs = nowMs;
        }
    }
}
