namespace SwapEdge.Firmware
{
    /// <summary>Messages that wait for the broker's acknowledgement. The caller keeps to the room.</summary>
    public sealed class InFlight
    {
        /// <summary>Added to the sequence of an event that is sent as an alarm: outside the journal's order.</summary>
        public const ulong Copy = 1ul << 63;

        private readonly int[] _ids;
        private readonly ulong[] _sequences;
        private readonly long[] _sentMs;

        public int Count;

        /// <summary>The time of what is added, milliseconds since boot; set once a pass.</summary>
        public long NowMs;

        public InFlight(int room)
        {
            _ids = new int[room];
            _sequences = new ulong[room];
            _sentMs = new long[room];
        }

        /// <summary>How long the oldest message has waited, milliseconds.</summary>
        public long WaitsMs
        {
            get
            {
                long waits = 0;
                for (int i = 0; i < Count; i++)
                {
                    waits = NowMs - _sentMs[i] > waits ? NowMs - _sentMs[i] : waits;
                }

                return waits;
            }
        }

        /// <summary>Notes a message; sequence 0 when it is no event of the journal's order.</summary>
        public void Add(int id, ulong sequence)
        {
            _ids[Count] = id;
            _sequences[Count] = sequence;
            _sentMs[Count] = NowMs;
            Count++;
        }

        /// <summary>The broker has it; false when nothing with that id waits.</summary>
        public bool Take(int id)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_ids[i] == id)
                {
                    Count--;
                    _ids[i] = _ids[Count];
                    _sequences[i] = _sequences[Count];
                    _sentMs[i] = _sentMs[Count];
                    return true;
                }
            }

            return false;
        }

        /// <summary>Every event up to here has been acknowledged, when the next one to be sent is this.</summary>
        public ulong Through(ulong next)
        {
            ulong through = next - 1;
            for (int i = 0; i < Count; i++)
            {
                if (_sequences[i] != 0 && _sequences[i] <= through)
                {
                    through = _sequences[i] - 1;
                }
            }

            return through;
        }

        /// <summary>Forgets all; alarms that were not acknowledged wait once more. Null where none are sent.</summary>
        public void Clear(AlarmCopies alarms)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_sequences[i] > Copy)
                {
                    alarms.Add(_sequences[i] - Copy);
                }
            }

            Count = 0;
        }
    }
}
