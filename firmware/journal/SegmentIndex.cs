namespace SwapEdge.Firmware
{
    /// <summary>
    /// The segments that exist, oldest first: number, first sequence, bytes. A segment that cannot be read has the
    /// first sequence of the next one that can, so that nothing is looked for in it and it goes after those before it.
    /// </summary>
    public sealed class SegmentIndex
    {
        private readonly int _limit;
        private int[] _numbers;
        private ulong[] _firsts;
        private int[] _bytes;

        public int Count;

        /// <summary>Bytes of all segments together.</summary>
        public int TotalBytes;

        /// <summary>Takes room for so many segments.</summary>
        public SegmentIndex(int limit)
        {
            _limit = limit;
            Take(limit);
        }

        /// <summary>No segment may be begun before the oldest is gone.</summary>
        public bool IsFull
        {
            get { return Count >= _limit; }
        }

        /// <summary>
        /// Once, before the first insert: more may be stored than is configured now, and none of them is left out.
        /// </summary>
        public void Expect(int stored)
        {
            if (stored > _numbers.Length)
            {
                Take(stored);
            }
        }

        public int Number(int index)
        {
            return _numbers[index];
        }

        public ulong First(int index)
        {
            return _firsts[index];
        }

        public int Bytes(int index)
        {
            return _bytes[index];
        }

        /// <summary>Inserts in order of number; the caller has seen that there is room.</summary>
        public void Insert(int number, ulong first, int bytes)
        {
            int at = Count;
            while (at > 0 && _numbers[at - 1] > number)
            {
                _numbers[at] = _numbers[at - 1];
                _firsts[at] = _firsts[at - 1];
                _bytes[at] = _bytes[at - 1];
                at--;
            }

            _numbers[at] = number;
            _firsts[at] = first;
            _bytes[at] = bytes;
            Count++;
            TotalBytes += bytes;
        }

        public void SetFirst(int index, ulong first)
        {
            _firsts[index] = first;
        }

        public void Grow(int index, int bytes)
        {
            _bytes[index] += bytes;
            TotalBytes += bytes;
        }

        public void RemoveOldest()
        {
            TotalBytes -= _bytes[0];
            Count--;
            for (int i = 0; i < Count; i++)
            {
                _numbers[i] = _numbers[i + 1];
                _firsts[i] = _firsts[i + 1];
                _bytes[i] = _bytes[i + 1];
            }
        }

        public void RemoveNewest()
        {
            Count--;
            TotalBytes -= _bytes[Count];
        }

        /// <summary>Index of the segment that holds a sequence, or -1 when it is older than all.</summary>
        public int Find(ulong sequence)
        {
            int index = Count - 1;
            while (index >= 0 && _firsts[index] > sequence)
            {
                index--;
            }

            return index;
        }

        private void Take(int room)
        {
            _numbers = new int[room];
            _firsts = new ulong[room];
            _bytes = new int[room];
        }
    }
}
