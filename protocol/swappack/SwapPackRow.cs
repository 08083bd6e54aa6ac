namespace SwapEdge.Protocol
{
    /// <summary>What is expected of one message of the swap-pack bus.</summary>
    public sealed class SwapPackRow
    {
        public readonly SwapPackMessage Message;
        public readonly string Name;
        public readonly uint Id;
        public readonly int PeriodMs;

        /// <summary>The life counter, or 0.</summary>
        public readonly long Counter;

        /// <summary>The counter runs from 0 to this minus 1; values above are invalid.</summary>
        public readonly int CounterWrap;

        /// <summary>Byte 0 is the XOR of bytes 1 to 7.</summary>
        public readonly bool Checksum;

        public SwapPackRow(SwapPackMessage message, string name, uint id, int periodMs, int counterStart,
            int counterLength, int counterWrap, bool checksum)
        {
            Message = message;
            Name = name;
            Id = id;
            PeriodMs = periodMs;
            Counter = counterLength == 0
                ? 0
                : counterStart + counterLength * Signal.Bits;
            CounterWrap = counterWrap;
            Checksum = checksum;
        }
    }
}
