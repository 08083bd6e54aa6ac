namespace SwapEdge.Firmware
{
    /// <summary>
    /// Severe events whose copies go out before any backlog. What is wrong now matters more than what was wrong first:
    /// without room the oldest copy is given up; its event follows in order all the same.
    /// </summary>
    public sealed class AlarmCopies
    {
        private readonly ulong[] _sequences = new ulong[16];

        public int Count;

        /// <summary>Copies given up since start.</summary>
        public uint Dropped;

        /// <summary>The one that has waited longest; only while there is one.</summary>
        public ulong First
        {
            get { return _sequences[0]; }
        }

        public void Add(ulong sequence)
        {
            if (Count == _sequences.Length)
            {
                RemoveFirst();
                Dropped++;
            }

            _sequences[Count] = sequence;
            Count++;
        }

        public void RemoveFirst()
        {
            Count--;
            for (int i = 0; i < Count; i++)
            {
                _sequences[i] = _sequences[i + 1];
            }
        }
    }
}
