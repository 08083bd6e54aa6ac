using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Which block goes to the city next: one that was closed in this connection at once, older ones marked re-issued
    /// while nothing else waits. What the city does not acknowledge is sent again.
    /// </summary>
    public sealed class TelemetryUplink
    {
        /// <summary>Older blocks leave the rest of the uplink's window to events.</summary>
        public const int Window = 4;

        /// <summary>
        /// Older blocks go so far ahead of what the city has stored, and to a silent city each time after twice as
        /// long.
        /// </summary>
        private const int Ahead = 64;
        private const long CityLimitMs = 60000;
        private const long LongestCityLimitMs = 960000;

        private readonly Journal _journal;
        private readonly InFlight _flight = new InFlight(Uplink.Window);
        private int _old = 1;
        private int _liveFrom = 1;
        private int _live = 1;
        private ulong _brokerThrough;
        private long _progressMs;
        private long _patienceMs = CityLimitMs;

        public readonly TelemetryStore Store;

        public TelemetryUplink(TelemetryStore store, Journal journal)
        {
            Store = store;
            _journal = journal;
        }

        /// <summary>A connection begins, or everything is sent again.</summary>
        public void Begin(long nowMs)
        {
            _flight.Clear(null);
            _old = Store.Through + 1;
            _live = Store.LastStored + 1;
            _liveFrom = _live;
            _progressMs = nowMs;
        }

        /// <summary>The broker has a message.</summary>
        public void Take(int id)
        {
            _flight.Take(id);
            ulong through = _flight.Through((ulong)(_old < _liveFrom ? _old : _live));
            _brokerThrough = through > _brokerThrough ? through : _brokerThrough;
        }

        /// <summary>Acknowledgements of more than the broker has, since start; believed up to there.</summary>
        public uint EarlyAcks;

        /// <summary>The city has stored up to a number.</summary>
        public void Acknowledge(ulong through, long nowMs)
        {
            if (through > _brokerThrough)
            {
                EarlyAcks++;
                through = _brokerThrough;
            }

            if ((int)through > Store.Through)
            {
                Store.Through = (int)through;
                _progressMs = nowMs;
                _patienceMs = CityLimitMs;
            }
        }

        /// <summary>Hands the next block to the broker; the message's id, 0 when there was none.</summary>
        /// <param name="port">The way to the broker.</param>
        /// <param name="topic">Where blocks go.</param>
        /// <param name="into">Room for a message.</param>
        /// <param name="nowMs">Milliseconds since boot.</param>
        public int Publish(IUplink port, string topic, byte[] into, long nowMs)
        {
            bool live = _live <= Store.LastStored;
            int from = live ? _live : _old;
            if (!live && (_flight.Count >= Window || _old >= _liveFrom || _old > Store.Through + Ahead))
            {
                if (_flight.Count == 0 && Store.Through < Store.LastStored && nowMs - _progressMs > _patienceMs)
                {
                    Begin(nowMs);
                    _patienceMs = _patienceMs < LongestCityLimitMs ? _patienceMs * 2 : LongestCityLimitMs;
                }

                return 0;
            }

            int number = Store.Read(from);
            if (number == 0 || (!live && number >= _liveFrom))
            {
                // There is none any more where one was expected.
                number = live ? Store.LastStored : _liveFrom - 1;
                from = 0;
            }

            int id = 0;
            if (from != 0)
            {
                int length = TelemetryCodec.Encode(_journal.Identity, number, from - 1, !live, Store.Dropped,
                    Store.Record, TelemetryStore.Head, Store.Length, into);
                id = port.Publish(topic, into, length, false);
                if (id == 0)
                {
                    return 0;
                }

                // The city's time begins with the first block that it has not acknowledged.
                _progressMs = from - 1 <= Store.Through ? nowMs : _progressMs;
                _flight.Add(id, (ulong)number);
            }

            _live = live ? number + 1 : _live;
            _old = live ? _old : number + 1;
            return id;
        }
    }
}
