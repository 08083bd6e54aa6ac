namespace SwapEdge.Firmware
{
    /// <summary>One transition: what must be true and what must not, where it leads, and what it is called.</summary>
    public sealed class Row
    {
        public readonly Phase From;
        public readonly Fact Require;
        public readonly Fact Forbid;

        /// <summary>The same phase when it is tried again.</summary>
        public readonly Phase To;

        /// <summary><see cref="Firmware.Fault.None"/> for progress. On a row that requires
        /// <see cref="Fact.MustStop"/> the cause names the fault.</summary>
        public readonly Fault Fault;

        public Row(Phase from, Fact require, Fact forbid, Phase to, Fault fault)
        {
            From = from;
            Require = require;
            Forbid = forbid;
            To = to;
            Fault = fault;
        }
    }
}
