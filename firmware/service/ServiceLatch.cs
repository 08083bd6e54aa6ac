using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Out of service, over a restart: set by a person at the station or by the city, cleared only by the same kind of
    /// issuer; set by both, both must clear it. Closing counts at once, opening only when it is stored. A store that
    /// cannot be read closes until a person at the station clears it. Each change is an audit.
    /// </summary>
    public sealed class ServiceLatch
    {
        private const int LocalBit = 1;
        private const int CityBit = 2;
        private const int UnreadableBit = 4;
        private const int UnreadableLevel = 2;
        private const int RetryMs = 1000;

        private readonly EventWriter _events;
        private readonly LatestRecord _latest;
        private int _wanted;
        private int _stored;
        private bool _due;
        private bool _refused;
        private long _triedMs;

        /// <summary>Of meaning while <see cref="IsSetBy"/> says so.</summary>
        public readonly ServiceOrder Local = new ServiceOrder();
        public readonly ServiceOrder City = new ServiceOrder();

        public ServiceLatch(IStore store, EventWriter events)
        {
            _events = events;
            _latest = new LatestRecord(store, "latch-", 1 + 2 * ServiceOrder.Length);
        }

        /// <summary>The node serves nobody.</summary>
        public bool IsSet
        {
            get { return (_wanted | _stored) != 0; }
        }

        /// <summary>What was stored could not be read; a person at the station clears it.</summary>
        public bool IsUnreadable
        {
            get { return ((_wanted | _stored) & UnreadableBit) != 0; }
        }

        public bool IsSetBy(Issuer issuer)
        {
            return ((_wanted | _stored) & BitOf(issuer)) != 0;
        }

        /// <summary>Once, after the journal is open.</summary>
        public void Open(long nowMs)
        {
            _latest.Open();
            if (_latest.Found)
            {
                _stored = _latest.Payload[0];
                Local.Read(_latest.Payload, 1);
                City.Read(_latest.Payload, 1 + ServiceOrder.Length);
            }

            _wanted = _stored;
            if (_latest.Damaged && (_stored & UnreadableBit) == 0)
            {
                _wanted |= UnreadableBit;
                _due = true;
                EventRecord audit = Begin(AuditAction.LatchUnreadable, Issuer.None, 0, nowMs);
                audit.Level = UnreadableLevel;
                _events.Add();
            }
        }

        /// <summary>Takes out of service, at once.</summary>
        /// <param name="issuer">Local or City.</param>
        /// <param name="order">As the issuer numbers it, 0 when it has none.</param>
        /// <param name="nowMs">Time of the order.</param>
        public void Set(Issuer issuer, ulong order, long nowMs)
        {
            EventRecord audit = Begin(AuditAction.TakenOutOfService, issuer, order, nowMs);
            ServiceOrder standing = issuer == Issuer.City ? City : Local;
            standing.Take(audit);
            _events.Add();
            _wanted |= BitOf(issuer);
            _due = true;
            _refused = false;
        }

        /// <summary>
        /// Takes away this issuer's own latch, as soon as that is stored. False when it has none: another's stays.
        /// </summary>
        public bool Clear(Issuer issuer, ulong order, long nowMs)
        {
            int bits = issuer == Issuer.Local ? LocalBit | UnreadableBit : BitOf(issuer);
            bool own = (_wanted & bits) != 0;
            Begin(own ? AuditAction.PutIntoService : AuditAction.Refused, issuer, order, nowMs);
            _events.Add();
            if (own)
            {
                _wanted &= ~bits;
                _due = true;
                _refused = false;
            }

            return own;
        }

        /// <summary>
        /// Something waits to be stored. What the store has refused waits for a second.
        /// </summary>
        public bool IsDue(long nowMs)
        {
            return _due && (!_refused || nowMs - _triedMs >= RetryMs);
        }

        /// <summary>At most one append, so only while nothing moves.</summary>
        public void Keep(long nowMs)
        {
            byte[] payload = _latest.Payload;
            payload[0] = (byte)_wanted;
            Local.Write(payload, 1);
            City.Write(payload, 1 + ServiceOrder.Length);
            _triedMs = nowMs;
            _refused = !_latest.Keep();
            _due = _refused;
            if (!_refused)
            {
                _stored = _wanted;
            }
        }

        private EventRecord Begin(AuditAction action, Issuer issuer, ulong order, long nowMs)
        {
            EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
            audit.Action = action;
            audit.Issuer = issuer;
            audit.OrderNumber = order;
            return audit;
        }

        private static int BitOf(Issuer issuer)
        {
            return issuer == Issuer.City ? CityBit : issuer == Issuer.Local ? LocalBit : 0;
        }
    }
}
