namespace SwapEdge.Firmware
{
    /// <summary>
    /// Reads stored events by sequence. Reading in order costs one read of the store an event, because it does not
    /// search: it remembers where it stands.
    /// </summary>
    public sealed class JournalReader
    {
        private readonly SegmentIndex _segments;
        private readonly SegmentCursor _cursor;

        public JournalReader(IStore store, SegmentIndex segments)
        {
            _segments = segments;
            _cursor = new SegmentCursor(store);
        }

        /// <summary>
        /// Copies the payload of a stored event. Returns its length; 0 when it is older than all segments; -1 when it
        /// is damaged, or in a segment that cannot be read.
        /// </summary>
        public int Read(ulong sequence, ulong identity, byte[] into)
        {
            int index = _segments.Find(sequence);
            if (index < 0)
            {
                return 0;
            }

            int number = _segments.Number(index);
            if (number != _cursor.Number || sequence < _cursor.From
                || (sequence == _cursor.Sequence && _cursor.Length == 0))
            {
                _cursor.Open(number, _segments.First(index), identity);
            }

            while (_cursor.Sequence < sequence)
            {
                if (!_cursor.Next(_segments.Bytes(index)))
                {
                    return -1;
                }
            }

            if (_cursor.Sequence != sequence || _cursor.Length > into.Length)
            {
                return -1;
            }

            for (int i = 0; i < _cursor.Length; i++)
            {
                into[i] = _cursor.Record[Segment.RecordHead + i];
            }

            return _cursor.Length;
        }
    }
}
