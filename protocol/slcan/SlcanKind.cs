namespace SwapEdge.Protocol
{
    /// <summary>What a line of the SLCAN protocol is. Numbers are for ever; append only.</summary>
    public enum SlcanKind
    {
        None = 0,

        /// <summary>A frame: received, when it comes from the adapter; to be sent, when it goes to it.</summary>
        Frame = 1,

        /// <summary>Adapter: the last command was carried out.</summary>
        Accepted = 2,

        /// <summary>Adapter: the last command was not carried out.</summary>
        Refused = 3,

        /// <summary>Adapter: a frame was taken for sending.</summary>
        Sent = 4,

        /// <summary>Adapter: its state in the bits of <see cref="Slcan"/>.</summary>
        Flags = 5,
        Version = 6,
        Serial = 7,

        /// <summary>Bit rate by number, see <see cref="Slcan"/>.</summary>
        SetRate = 8,

        /// <summary>Bit timing registers.</summary>
        SetTiming = 9,
        Open = 10,

        /// <summary>Open without taking part: nothing is sent, not even an acknowledgement.</summary>
        Listen = 11,
        Close = 12,
        AskFlags = 13,
        AskVersion = 14,
        AskSerial = 15,

        /// <summary>0: frames come without a time stamp; 1: with one.</summary>
        TimeStamps = 16,
        AcceptanceCode = 17,
        AcceptanceMask = 18,
    }
}
