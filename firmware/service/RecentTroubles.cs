using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The last warnings and faults: where they are in the journal, which has all the rest.
    /// </summary>
    public sealed class RecentTroubles
    {
        public const int Room = 8;

        private readonly ulong[] _sequences = new ulong[Room];
        private readonly EventRecord _record = new EventRecord();
        private int _turn;

        /// <summary>Once, when the journal is open: looks for those before this start in its newest events.</summary>
        public void Open(Journal journal)
        {
            ulong last = journal.LastStored;
            ulong first = last > Journal.SearchDepth ? last - Journal.SearchDepth + 1 : 1;
            for (ulong sequence = first; sequence <= last; sequence++)
            {
                if (journal.Find(sequence, _record))
                {
                    Note(_record);
                }
            }
        }

        /// <summary>Takes what has been added to the journal.</summary>
        public void Note(EventRecord record)
        {
            if (record.Kind == EventKind.WarningRaised
                || (record.Kind == EventKind.SwapStep && record.Fault != 0))
            {
                _sequences[_turn] = record.Sequence;
                _turn = (_turn + 1) % Room;
            }
        }

        /// <summary>
        /// Writes each as a Trouble that is a field of the message that ends at a place, newest first, while there is
        /// room; where the last one ends.
        /// </summary>
        public int Write(Journal journal, byte[] into, int at, int field)
        {
            for (int i = 1; i <= Room; i++)
            {
                ulong sequence = _sequences[(_turn + Room - i) % Room];
                if (sequence == 0 || !journal.Find(sequence, _record))
                {
                    continue;
                }

                int end = Write(into, at, field);
                if (end < 0)
                {
                    break;
                }

                at = end;
            }

            return at;
        }

        private int Write(byte[] into, int at, int field)
        {
            int start = ProtoWriter.Open(into, at, field);
            at = ProtoWriter.Varint(into, start, 1, _record.Sequence);
            at = ProtoWriter.Varint(into, at, 2, _record.Boot);
            at = ProtoWriter.Varint(into, at, 3, (ulong)_record.UptimeMs);
            at = ProtoWriter.Varint(into, at, 4, (ulong)_record.UtcMs);
            at = ProtoWriter.Varint(into, at, 5, (uint)_record.Kind);
            at = ProtoWriter.Varint(into, at, 6, (uint)_record.Bay);
            at = ProtoWriter.Varint(into, at, 7, (uint)_record.Fault);
            if (_record.Level != 0)
            {
                int warning = ProtoWriter.Open(into, at, 8);
                at = ProtoWriter.Varint(into, warning, 1, (uint)_record.Warning);
                at = ProtoWriter.Varint(into, at, 2, (uint)_record.Level);
                at = ProtoWriter.Varint(into, at, 3, (uint)_record.LaneWarning);
                at = ProtoWriter.Varint(into, at, 4, (uint)_record.NodeWarning);
                at = ProtoWriter.Close(into, warning, at);
            }

            at = ProtoWriter.ZigZag(into, at, 9, _record.Value);
            return ProtoWriter.Close(into, start, at);
        }
    }
}
