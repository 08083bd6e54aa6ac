namespace SwapEdge.Protocol
{
    /// <summary>What is expected of one message of the swap-pack bus.</summary>
    public sealed class SwapPackRow
    {
        public readonly SwapPackMessage Message;
        public readonly uint Id;
        public readonly int PeriodMs;

        /// <summary>Without it for longer, it is stale.</summary>
        public readonly int StaleMs;

        /// <summary>The life counter, or 0.</summary>
        public readonly long Counter;

        /// <summary>The counter runs from 0 to this minus 1; values above are invalid.</summary>
        public readonly int CounterWrap;

        /// <summary>Byte 0 is the XOR of bytes 1 to 7.</summary>
        public readonly bool Checksum;

        /// <summary>Its frames are put together.</summary>
        public readonly bool InParts;

        /// <summary>Nothing is asked of a frame but its length.</summary>
        public readonly bool Plain;

        /// <summary>Of a message that has neither counter nor checksum.</summary>
        public SwapPackRow(SwapPackMessage message, uint id, int periodMs)
            : this(message, id, periodMs, 0, 0, 0, false)
        {
        }

        public SwapPackRow(SwapPackMessage message, uint id, int periodMs, int counterStart,
            int counterLength, int counterWrap, bool checksum)
        {
            Message = message;
            Id = id;
            PeriodMs = periodMs;
            StaleMs = periodMs * SwapPackMessages.StalePeriods;
            Counter = counterLength == 0
                ? 0
                : counterStart + counterLength * Signal.Bits;
            CounterWrap = counterWrap;
            Checksum = checksum;
            InParts = message == SwapPackMessage.Vin
                || (message >= SwapPackMessage.PackCode1 && message <= SwapPackMessage.PackCode4);
            Plain = !checksum && Counter == 0 && !InParts;
        }
    }
}
