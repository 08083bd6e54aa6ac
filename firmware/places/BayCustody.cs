using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Packs that come and go without a swap: each is one event, with the reason that was given before, or
    /// "unexplained" as a warning. A pack that comes is not known at once: its event waits for its BMS to say who it
    /// is, for a while.
    /// </summary>
    public sealed class BayCustody
    {
        /// <summary>What was said before counts for so long.</summary>
        public const int ExpectMs = 900000;

        /// <summary>So long a new pack may take to say who it is: three attempts of a charge.</summary>
        public const int IdentityMs = 180000;

        private const int WarningLevel = 2;

        private readonly ICustodyRecords _records;
        private CustodyReason _expected;
        private long _expectedMs;
        private CustodyReason _delivered;
        private long _deliveredMs;

        public BayCustody(ICustodyRecords records)
        {
            _records = records;
        }

        /// <summary>The next pack that comes or goes without a swap does so for this reason; None takes it
        /// back.</summary>
        public void Expect(CustodyReason reason, long nowMs)
        {
            _expected = reason;
            _expectedMs = nowMs;
        }

        /// <summary>A pack has come that no swap explains.</summary>
        public void Arrived(long nowMs)
        {
            _delivered = TakeReason(nowMs);
            _deliveredMs = nowMs;
        }

        /// <summary>A pack has gone that no swap explains; called before it is forgotten.</summary>
        public void Left(long nowMs)
        {
            Flush(nowMs);
            Record(EventKind.PackRemoved, TakeReason(nowMs), nowMs);
        }

        /// <summary>Records the pack that has come, once it is known or will not be.</summary>
        public void Poll(long nowMs)
        {
            if (_delivered != CustodyReason.None && (_records.IsKnown || nowMs - _deliveredMs >= IdentityMs))
            {
                Flush(nowMs);
            }
        }

        /// <summary>The same at once: it goes already.</summary>
        public void Flush(long nowMs)
        {
            if (_delivered != CustodyReason.None)
            {
                Record(EventKind.PackDelivered, _delivered, nowMs);
                _delivered = CustodyReason.None;
            }
        }

        private CustodyReason TakeReason(long nowMs)
        {
            bool told = _expected != CustodyReason.None && nowMs - _expectedMs < ExpectMs;
            CustodyReason reason = told ? _expected : CustodyReason.Unexplained;
            _expected = CustodyReason.None;
            return reason;
        }

        private void Record(EventKind kind, CustodyReason reason, long nowMs)
        {
            _records.Add(kind, (int)reason, reason == CustodyReason.Unexplained ? WarningLevel : 0, nowMs);
        }
    }
}
