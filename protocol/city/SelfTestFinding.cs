namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a node finds wrong with itself; <c>SelfTestFinding</c> of city.proto. For ever, append only, below 32.
    /// </summary>
    public enum SelfTestFinding
    {
        None = 0,
        JournalUnreadable = 1,
        StoreRefuses = 2,
        TimeUnknown = 3,
        TimeImplausible = 4,
        BusErrors = 5,
        FramesLost = 6,
        MemoryLow = 7,
        PassesLate = 8,
        CertificateEnds = 9,
        InputsImplausible = 10,
        BusSilent = 11,
        HeartbeatUnheard = 12,
        SafeMode = 13,
        CertificatesRefused = 14,
    }
}
