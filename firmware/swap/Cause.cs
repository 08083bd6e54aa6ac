namespace SwapEdge.Firmware
{
    /// <summary>One reason to stop: a fact, and the phases (from, through) in which it counts.</summary>
    public sealed class Cause
    {
        public readonly Fact Fact;
        public readonly Phase First;
        public readonly Phase Last;
        public readonly Fault Fault;

        public Cause(Fact fact, Phase first, Phase last, Fault fault)
        {
            Fact = fact;
            First = first;
            Last = last;
            Fault = fault;
        }

        public bool Holds(Phase phase, Fact seen)
        {
            return phase >= First && phase <= Last && (seen & Fact) != Fact.None;
        }
    }
}
