namespace SwapEdge.Firmware
{
    /// <summary>One step of a profile: the phase, the evidence that lets it go on, and what it may take.</summary>
    public sealed class StepPlan
    {
        public readonly Phase Phase;

        /// <summary>What must be true to go on.</summary>
        public readonly Fact Require;

        /// <summary>What must not be true to go on.</summary>
        public readonly Fact Forbid;

        /// <summary>How long one try may last, milliseconds; 0: as long as it takes.</summary>
        public readonly long LimitMs;

        /// <summary>How often the step is tried again at its limit.</summary>
        public readonly int Retries;

        /// <summary>After the last try: the way back of <see cref="WayBack"/> where it is safe, otherwise
        /// hold.</summary>
        public readonly bool GoesBack;

        public StepPlan(Phase phase, Fact require, Fact forbid, long limitMs, int retries, bool goesBack)
        {
            Phase = phase;
            Require = require;
            Forbid = forbid;
            LimitMs = limitMs;
            Retries = retries;
            GoesBack = goesBack;
        }
    }
}
