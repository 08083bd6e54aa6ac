namespace SwapEdge.Firmware
{
    /// <summary>All that a swap machine remembers. The caller owns two and swaps them.</summary>
    public sealed class SwapState
    {
        public Phase Phase;

        /// <summary>When the phase began, milliseconds since boot.</summary>
        public long EnteredMs;

        /// <summary>Why it is held or stopped; the last one while it goes on after that.</summary>
        public Fault Fault;
    }
}
