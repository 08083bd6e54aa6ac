namespace SwapEdge.Protocol
{
    /// <summary>What became of bytes from the wire. Numbers are for ever; append only.</summary>
    public enum DecodeResult
    {
        None = 0,

        /// <summary>Accepted; a message is complete.</summary>
        Ok = 1,

        /// <summary>Accepted as part of a transport session that is not complete, or as its acknowledgement.</summary>
        Pending = 2,
        UnknownId = 3,

        /// <summary>Between nodes that are not those of this bus: left alone.</summary>
        ForeignAddress = 4,
        Short = 5,
        Long = 6,

        /// <summary>Of the right length, with contents that the format excludes.</summary>
        Malformed = 7,
        Checksum = 8,

        /// <summary>The life counter has stood still for too long.</summary>
        FrozenCounter = 9,

        /// <summary>A packet or acknowledgement of a transport session that was never opened here.</summary>
        TransportUnexpected = 10,

        /// <summary>A packet is missing, or its number lies outside the session.</summary>
        TransportSequence = 11,

        /// <summary>A transport size that contradicts its packet count, or is larger than there is room for.</summary>
        TransportSize = 12,
        TransportAborted = 13,
        TransportTimeout = 14,

        /// <summary>As many transport sessions are open, or boards are known, as there is memory for.</summary>
        NoRoom = 15,

        /// <summary>A packet that had already come; the session goes on.</summary>
        TransportRepeated = 16,

        /// <summary>A new session was opened before the sender's last one was complete; the new one counts.</summary>
        TransportRestarted = 17,

        /// <summary>A known message from the node that never sends it.</summary>
        WrongSender = 18,

        /// <summary>The life counter holds the value that means "invalid".</summary>
        CounterInvalid = 19,
    }
}
