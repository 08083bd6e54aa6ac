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
    }
}
