using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Warns before certificates end, and says how long they last.</summary>
    public sealed class CertificateWatch
    {
        private const long DayMs = 86400000;
        private const long PeriodMs = 60000;

        private readonly ICertificates _port;
        private readonly IClock _clock;

        // How many of the limits (30, 14, 7, 1, 0 days) were passed: of the device's certificate, of the authority's.
        private readonly int[] _stages = new int[2];
        private long _dueMs;

        /// <param name="port">May be null.</param>
        /// <param name="clock">Civil time.</param>
        public CertificateWatch(ICertificates port, IClock clock)
        {
            _port = port;
            _clock = clock;
        }

        /// <summary>One of them ends within a week, or is over, as far as is known.</summary>
        public bool IsNear
        {
            get { return _stages[0] > 2 || _stages[1] > 2; }
        }

        /// <summary>Once a pass; looks once a minute. Without a time there is no warning.</summary>
        public void Pass(EventWriter events, long nowMs)
        {
            if (_port == null || nowMs < _dueMs || _clock.UtcQuality == TimeQuality.Unknown)
            {
                return;
            }

            _dueMs = nowMs + PeriodMs;
            for (int i = 0; i < _stages.Length; i++)
            {
                long end;
                if (!_port.NotAfter(i == 1, out end))
                {
                    continue;
                }

                long leftMs = end - _clock.UtcMs;
                int stage = leftMs <= 0 ? 5 : leftMs <= DayMs ? 4 : leftMs <= 7 * DayMs ? 3
                    : leftMs <= 14 * DayMs ? 2 : leftMs <= 30 * DayMs ? 1 : 0;

                if (stage > _stages[i] || (stage == 0 && _stages[i] > 0))
                {
                    EventRecord record = events.Begin(
                        stage > 0 ? EventKind.WarningRaised : EventKind.WarningCleared, nowMs);
                    record.NodeWarning = (int)NodeWarning.CertificateEnds + i;
                    record.Level = stage > 3 ? 3 : stage > 2 ? 2 : stage > 0 ? 1 : 0;
                    record.Value = DaysLeft(end);
                    events.Add();
                }

                _stages[i] = stage;
            }
        }

        /// <summary>
        /// Writes CertificateEnds as a field of the message that ends at a place; where it ends then.
        /// </summary>
        public int Write(byte[] into, int at, int field)
        {
            if (_port == null)
            {
                return at;
            }

            bool timed = _clock.UtcQuality != TimeQuality.Unknown;
            int start = ProtoWriter.Open(into, at, field);
            at = start;
            for (int i = 1; i <= _stages.Length; i++)
            {
                long end;
                if (_port.NotAfter(i == 2, out end))
                {
                    at = ProtoWriter.Varint(into, at, i, (ulong)end);
                    at = timed ? ProtoWriter.Present(into, at, i + 2, (ulong)DaysLeft(end)) : at;
                }
            }

            return ProtoWriter.Close(into, start, at);
        }

        /// <summary>Whole days, below 0 once it is over.</summary>
        private int DaysLeft(long endUtcMs)
        {
            long leftMs = endUtcMs - _clock.UtcMs;
            return (int)(leftMs < 0 ? (leftMs + 1) / DayMs - 1 : leftMs / DayMs);
        }
    }
}
