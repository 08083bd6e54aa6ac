namespace SwapEdge.Protocol
{
    /// <summary>Why the values of a message are not valid. Numbers are for ever; append only.</summary>
    public enum MessageDoubt
    {
        /// <summary>No doubt: the message may be believed.</summary>
        None = 0,
        NeverReceived = 1,

        /// <summary>Three of its periods have gone by without it.</summary>
        Overdue = 2,

        /// <summary>The last frame had a wrong checksum; so for those below until a good frame comes.</summary>
        Checksum = 3,

        /// <summary>The life counter stands still: a sender that repeats itself for ever.</summary>
        CounterStopped = 4,

        /// <summary>The life counter holds the value that means "invalid".</summary>
        CounterInvalid = 5,

        /// <summary>The life counter has not been seen to move yet, or not since it stopped.</summary>
        CounterUnproven = 6,
        Short = 7,
        Malformed = 8,
    }
}
