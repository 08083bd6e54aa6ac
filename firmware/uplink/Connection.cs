namespace SwapEdge.Firmware
{
    /// <summary>The connection to the broker: when it is tried, and when an attempt is given up.</summary>
    public sealed class Connection
    {
        private const long FirstRetryMs = 1000;
        private const long LongestRetryMs = 60000;
        private const long ConnectLimitMs = 30000;

        private readonly IUplink _port;
        private readonly Retry _retry;
        private bool _wasUp;

        /// <summary>It came up in this pass.</summary>
        public bool IsNew;

        public Connection(IUplink port, IRandom random)
        {
            _port = port;
            _retry = new Retry(random, FirstRetryMs, LongestRetryMs);
        }

        /// <summary>Once a pass; tries, when it is not up and nothing moves.</summary>
        public bool IsUp(long nowMs, bool mayConnect)
        {
            UplinkLink link = _port.Link;
            if (link == UplinkLink.Up)
            {
                IsNew = !_wasUp;
                _wasUp = true;
                return true;
            }

            if (_wasUp)
            {
                _wasUp = false;
                _retry.Begin(nowMs);
            }

            if (mayConnect && link == UplinkLink.Connecting && _retry.Since(nowMs) > ConnectLimitMs)
            {
                _port.Disconnect();
            }
            else if (mayConnect && link == UplinkLink.Down && _retry.Due(nowMs))
            {
                _retry.Attempt(nowMs);
                _port.Connect();
            }

            return false;
        }

        /// <summary>
        /// The broker has acknowledged something: the next attempt may come soon. Not before, or a broker that accepts
        /// and forgets would be called every second.
        /// </summary>
        public void Prove()
        {
            _retry.Succeed();
        }
    }
}
