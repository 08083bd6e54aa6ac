namespace SwapEdge.Firmware
{
    /// <summary>What one step asks for. Owned and reused by the caller.</summary>
    public sealed class SwapOutput
    {
        public Drive Drives;

        /// <summary>Index in <see cref="SwapTable.Rows"/> of the row taken, or -1: stayed.</summary>
        public int Row;

        /// <summary>The facts the step decided on, derived ones included.</summary>
        public Fact Seen;
    }
}
