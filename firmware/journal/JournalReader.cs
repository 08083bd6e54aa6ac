namespace SwapEdge.Firmware
{
    /// <summary>
    /// Reads stored events by sequence. Reading in order does not search: it remembers where it stands.
    /// </summary>
    public sealed class JournalReader
    {
        private readonly IStore _store;
        private readonly SegmentIndex _segments;
        private readonly byte[] _record = new byte[Segment.RecordHead + Journal.RecordRoom];
        private int _number = -1;
        private int _position;
        private ulong _next;
        private string _name;

        public JournalReader(IStore store, SegmentIndex segments)
        {
            _store = store;
            _segments = segments;
        }

        /// <summary>
        /// Copies the payload of a stored event. Returns its length; 0 when its segment is gone; -1 when it, or one
        /// before it in its segment, is damaged.
        /// </summary>
        public int Read(ulong sequence, byte[] into)
        {
            int index = _segments.Find(sequence);
            if (index < 0)
            {
                return 0;
            }

            Seek(index, sequence);
            int length = 0;
            while (_next <= sequence)
            {
                int got = _store.Read(_name, _position, _record, 0, _record.Length);
                length = Segment.CheckRecord(_record, 0, got);
                if (length < 0 || length > into.Length)
                {
                    _number = -1;
                    return -1;
                }

                _position += Segment.RecordHead + length;
                _next++;
            }

            for (int i = 0; i < length; i++)
            {
                into[i] = _record[Segment.RecordHead + i];
            }

            return length;
        }

        private void Seek(int index, ulong sequence)
        {
            int number = _segments.Number(index);
            if (number == _number && _next <= sequence)
            {
                return;
            }

            if (number != _number)
            {
                _name = Segment.Name(number);
            }

            _number = number;
            _position = Segment.HeaderLength;
            _next = _segments.First(index);
        }
    }
}
