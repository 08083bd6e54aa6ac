namespace SwapEdge.Firmware
{
    /// <summary>Sizes of a journal, in bytes; what the board's store has room for decides.</summary>
    public sealed class JournalSettings
    {
        /// <summary>All segments together.</summary>
        public int CapacityBytes = 2 * 1024 * 1024;

        /// <summary>One segment; a new one is begun when the next record does not fit.</summary>
        public int SegmentBytes = 16 * 1024;

        /// <summary>Room for events that wait for a moment without motion.</summary>
        public int PendingBytes = 4 * 1024;

        /// <summary>Segments at most.</summary>
        public int Segments = 256;

        /// <summary>Null when all is well; otherwise the field that is wrong and why.</summary>
        public string Check()
        {
            const int Record = Segment.RecordHead + Journal.RecordRoom;
            if (Segments < 2)
            {
                return "Journal.Segments: at least 2, one to write and one to give up";
            }

            if (SegmentBytes < Segment.HeaderLength + Record)
            {
                return "Journal.SegmentBytes: room for a header and one event, 938";
            }

            if (PendingBytes < Record)
            {
                return "Journal.PendingBytes: room for one event, 874";
            }

            // A segment is as long as the append that began it, if that is longer.
            long append = (long)Segment.HeaderLength + PendingBytes;
            if (CapacityBytes < 2 * (append > SegmentBytes ? append : SegmentBytes))
            {
                return "Journal.CapacityBytes: at least two segments, or two appends of PendingBytes";
            }

            return (long)SegmentBytes * Segments < CapacityBytes
                ? "Journal.CapacityBytes: at most Segments of SegmentBytes, or part of it is never used"
                : null;
        }
    }
}
