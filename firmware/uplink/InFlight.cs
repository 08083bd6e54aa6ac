namespace SwapEdge.Firmware
{
    /// <summary>Messages that wait for the broker's acknowledgement. The caller keeps to the room.</summary>
    public sealed class InFlight
    {
        private readonly int[] _ids;
        private readonly ulong[] _sequences;

        public int Count;

        public InFlight(int room)
        {
            _ids = new int[room];
            _sequences = new ulong[room];
        }

        /// <summary>Notes a message; sequence 0 when it is no event of the journal's order.</summary>
        public void Add(int id, ulong sequence)
        {
            _ids[Count] = id;
            _sequences[Count] = sequence;
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

        public void Clear()
        {
            Count = 0;
        }
    }
}
