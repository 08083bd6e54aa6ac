using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>When each message of the present attempt came first, and last.</summary>
    internal sealed class ChargeArrivals
    {
        private readonly bool[] _seen;
        private readonly long[] _lastMs;

        // From here time runs for the answer: the first one, or the first that says "ready" or "recognised".
        private readonly bool[] _marked;
        private readonly long[] _markedMs;

        public ChargeArrivals(int messages)
        {
            _seen = new bool[messages];
            _lastMs = new long[messages];
            _marked = new bool[messages];
            _markedMs = new long[messages];
        }

        public bool Has(ChargeMessage message)
        {
            return _seen[(int)message];
        }

        public void Take(ChargeMessage message, byte[] data, long nowMs)
        {
            int index = (int)message;
            _seen[index] = true;
            _lastMs[index] = nowMs;
            if (!_marked[index] && Marks(message, data))
            {
                _marked[index] = true;
                _markedMs[index] = nowMs;
            }
        }

        /// <summary>Until the row's message is overdue in a stage that began then; negative when it is.</summary>
        public long LeftMs(ChargeExpectation row, long stageMs, long nowMs)
        {
            int index = (int)row.Message;
            int after = (int)row.After;
            if (row.Repeats)
            {
                return row.LimitMs - SilentMs(row.Message, stageMs, nowMs);
            }

            if (_seen[index] || (row.After != ChargeMessage.None && !_marked[after]))
            {
                // Its time does not run, or not yet.
                return row.LimitMs;
            }

            return row.LimitMs - (nowMs - (row.After == ChargeMessage.None ? stageMs : _markedMs[after]));
        }

        /// <summary>How long a message that repeats in this stage has not come.</summary>
        public long SilentMs(ChargeMessage message, long stageMs, long nowMs)
        {
            int index = (int)message;
            return nowMs - (_seen[index] && _lastMs[index] - stageMs > 0 ? _lastMs[index] : stageMs);
        }

        public void Clear()
        {
            for (int i = 0; i < _seen.Length; i++)
            {
                _seen[i] = false;
                _marked[i] = false;
            }
        }

        private static bool Marks(ChargeMessage message, byte[] data)
        {
            switch (message)
            {
                case ChargeMessage.Crm:
                    return Crm.Recognised.Read(data) == Crm.Yes;
                case ChargeMessage.Bro:
                    return Bro.Readiness.Read(data) == Bro.Ready;
                case ChargeMessage.Cro:
                    return Cro.Readiness.Read(data) == Cro.Ready;
                default:
                    return true;
            }
        }
    }
}
