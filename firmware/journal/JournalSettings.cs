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

        /// <summary>The first rule that they break.</summary>
        public SettingsFlaw Check()
        {
            const int Record = Segment.RecordHead + Journal.RecordRoom;

            // A segment is as long as the append that began it, if that is longer.
            long append = (long)Segment.HeaderLength + PendingBytes;
            return Segments < 2 ? SettingsFlaw.Segments
                : SegmentBytes < Segment.HeaderLength + Record ? SettingsFlaw.SegmentBytes
                : PendingBytes < Record ? SettingsFlaw.PendingBytes
                : CapacityBytes < 2 * (append > SegmentBytes ? append : SegmentBytes) ? SettingsFlaw.CapacityLittle
                : (long)SegmentBytes * Segments < CapacityBytes ? SettingsFlaw.CapacityUnused
                : SettingsFlaw.None;
        }
    }
}
