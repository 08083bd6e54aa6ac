namespace SwapEdge.Firmware
{
    /// <summary>All that a swap machine remembers. The caller owns two and swaps them.</summary>
    public sealed class SwapState
    {
        public Phase Phase;

        /// <summary>When the phase, or its present try, began: milliseconds since boot.</summary>
        public long EnteredMs;

        /// <summary>Why it is held, stopped, tried again or given up; kept until the lane is idle.</summary>
        public Fault Fault;

        /// <summary>How often the phase has been tried again.</summary>
        public int Retries;

        /// <summary>Which pack of the vehicle is being swapped, from 1.</summary>
        public int Pack = 1;

        /// <summary>Somebody aborted this swap.</summary>
        public bool Aborted;

        /// <summary>What a technician asks for by hand. Written by the caller before a step; of use in maintenance.
        /// </summary>
        public Drive Hand;
    }
}
