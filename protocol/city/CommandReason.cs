namespace SwapEdge.Protocol
{
    /// <summary>
    /// Why a command was not obeyed; <c>CommandReason</c> of city.proto. Up to <see cref="NotAuthentic"/> nothing of
    /// the message is known to be true. For ever, append only.
    /// </summary>
    public enum CommandReason
    {
        None = 0,
        TooLong = 1,
        Unparsable = 2,
        Retained = 3,
        NotAuthentic = 4,
        OtherNode = 5,
        TimeUnknown = 6,
        Expired = 7,
        ExpiryTooFar = 8,
        CounterUnreadable = 9,
        CounterOld = 10,
        Repeated = 11,
        QueueFull = 12,
        StoreRefused = 13,
        OutcomeUnknown = 14,
        UnknownOperation = 15,
        NotSupported = 16,
        LocalOnly = 17,
        BadArgument = 18,
        OutOfService = 19,
        Busy = 20,
        NoBatteryAvailable = 21,
        NoEmptyBay = 22,
        NoSuchSwap = 23,
        NotOrdered = 24,
        NoRoom = 25,
        RolledBack = 26,
        NotAttended = 27,
    }
}
