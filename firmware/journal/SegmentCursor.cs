using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Goes through the sound records of one segment. What is damaged is stepped over: the next sound record of the
    /// same journal says itself which sequence it has, so a damaged one costs no other.
    /// </summary>
    public sealed class SegmentCursor
    {
        private readonly IStore _store;
        private readonly EventRecord _event = new EventRecord();
        private ulong _identity;
        private string _name;

        /// <summary>The record at which it stands: head, then payload of <see cref="Length"/>.</summary>
        public readonly byte[] Record = new byte[Segment.RecordHead + Journal.RecordRoom];

        /// <summary>Segment that is open, or -1.</summary>
        public int Number = -1;

        /// <summary>Sequence of the last sound record; before it, all from <see cref="From"/> are damaged.</summary>
        public ulong Sequence;
        public ulong From;

        /// <summary>Boot of the last sound record, 0 when there is none.</summary>
        public uint Boot;

        /// <summary>Payload of the record, or 0 when it stands at none.</summary>
        public int Length;

        /// <summary>End of the last sound record.</summary>
        public int Position;

        /// <summary>Records that are whole by their length but damaged, behind the last sound one.</summary>
        public int DamagedBehind;

        public SegmentCursor(IStore store)
        {
            _store = store;
        }

        /// <summary>Stands before the first record; nothing below a sequence counts.</summary>
        public void Open(int number, ulong first, ulong identity)
        {
            if (number != Number)
            {
                _name = Segment.Name(number);
            }

            Number = number;
            _identity = identity;
            From = first;
            Sequence = first - 1;
            Boot = 0;
            Length = 0;
            Position = Segment.HeaderLength;
            DamagedBehind = 0;
        }

        /// <summary>Goes to the next sound record before the end; false, and it stays, when there is none.</summary>
        public bool Next(int end)
        {
            int position = Position;
            Length = 0;
            DamagedBehind = 0;
            while (position < end)
            {
                int got = Fill(position, end);
                int length = Segment.CheckRecord(Record, 0, got);
                if (length > 0 && IsNext(length))
                {
                    From = Sequence + 1;
                    Sequence = _event.Sequence;
                    Boot = _event.Boot;
                    Length = length;
                    Position = position + Segment.RecordHead + length;
                    return true;
                }

                DamagedBehind += IsWhole(got) ? 1 : 0;
                position = FindStart(position + 1, end);
            }

            return false;
        }

        private bool IsWhole(int got)
        {
            int length = got < Segment.RecordHead ? 0 : Bytes.ReadUInt16(Record, 0);
            return length > 0 && length <= got - Segment.RecordHead;
        }

        private bool IsNext(int length)
        {
            return EventCodec.Decode(Record, Segment.RecordHead, length, _event) == DecodeResult.Ok
                && _event.Journal == _identity && _event.Sequence > Sequence;
        }

        private int FindStart(int position, int end)
        {
            while (position < end)
            {
                int got = Fill(position, end);
                if (got < Segment.RecordStart)
                {
                    return end;
                }

                for (int i = 0; i + Segment.RecordStart <= got; i++)
                {
                    if (Segment.IsRecordStart(Record, i, _identity))
                    {
                        return position + i;
                    }
                }

                position += got - Segment.RecordStart + 1;
            }

            return end;
        }

        private int Fill(int position, int end)
        {
            int count = end - position < Record.Length ? end - position : Record.Length;
            return _store.Read(_name, position, Record, 0, count);
        }
    }
}
