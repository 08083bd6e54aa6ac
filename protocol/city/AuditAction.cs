namespace SwapEdge.Protocol
{
    /// <summary>What an intervention did; <c>AuditAction</c> of city.proto. For ever, append only.</summary>
    public enum AuditAction
    {
        None = 0,
        TakenOutOfService = 1,
        PutIntoService = 2,
        LatchUnreadable = 3,

        /// <summary>The latch is another issuer's.</summary>
        Refused = 4,
    }
}
