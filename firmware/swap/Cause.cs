namespace SwapEdge.Firmware
{
    /// <summary>One reason to stop: a fact, and the phases in which it counts.</summary>
    public sealed class Cause
    {
        public readonly Fact Fact;

        /// <summary>A bit for each phase.</summary>
        public readonly uint Phases;
        public readonly Fault Fault;

        public Cause(Fact fact, uint phases, Fault fault)
        {
            Fact = fact;
            Phases = phases;
            Fault = fault;
        }

        public bool Counts(Phase phase)
        {
            return (Phases >> (int)phase & 1) != 0;
        }
    }
}
