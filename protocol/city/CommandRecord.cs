namespace SwapEdge.Protocol
{
    /// <summary>
    /// A command and what became of it: <c>CommandBody</c> and <c>Result</c> of city.proto. Which arguments count
    /// depends on the operation.
    /// </summary>
    public sealed class CommandRecord : SignedRecord
    {
        /// <summary>Periods of a schedule.</summary>
        public const int PeriodRoom = 8;

        /// <summary>Where the node's name lies in the message that was decoded.</summary>
        public int NodeOffset;

        public int NodeLength;

        public ulong Id;
        public ulong Counter;
        public long ExpiryUtcMs;
        public CommandOperation Operation;

        public readonly byte[] Vehicle = new byte[EventRecord.VehicleRoom];
        public int VehicleLength;

        /// <summary>The order that a swap is made for, or the nonce of a key.</summary>
        public readonly byte[] Order = new byte[EventRecord.OrderRoom];
        public int OrderLength;

        public long UntilUtcMs;

        /// <summary>
        /// Of the swap to abort, or of the order that closes or opens the node; offset of a part, or CRC of all parts.
        /// </summary>
        public ulong Number;

        /// <summary>From 1; 0 for all of the node. Or the length of a certificate; the other's is the first limit.
        /// </summary>
        public int Bay;

        public int PeriodCount;
        public readonly long[] StartUtcMs = new long[PeriodRoom];
        public readonly int[] LimitW = new int[PeriodRoom];

        /// <summary>Where settings, or a part of a certificate, lie in the message that was decoded.</summary>
        public int SettingsOffset;

        public int SettingsLength;

        public ResultState State;
        public CommandReason Reason;

        /// <summary>Its state is to be told.</summary>
        public bool Due;

        /// <summary>When its state was told last.</summary>
        public long ToldMs;

        public bool ChangesSettings
        {
            get { return Operation == CommandOperation.ChangeSettings; }
        }

        /// <summary>Nothing is asked and nobody known to have asked.</summary>
        public void Clear()
        {
            NodeLength = 0;
            Id = 0;
            Counter = 0;
            ExpiryUtcMs = 0;
            Operation = CommandOperation.None;
            ClearArguments();
            State = ResultState.None;
            Reason = CommandReason.None;
            Due = false;
            ToldMs = 0;
        }

        internal void ClearArguments()
        {
            VehicleLength = 0;
            OrderLength = 0;
            UntilUtcMs = 0;
            Number = 0;
            Bay = 0;
            PeriodCount = 0;
            LimitW[0] = 0;
            SettingsLength = 0;
        }
    }
}
