namespace SwapEdge.Protocol
{
    /// <summary>What an intervention did; <c>AuditAction</c> of city.proto. For ever, append only.</summary>
    public enum AuditAction
    {
        None = 0,
        TakenOutOfService = 1,
        PutIntoService = 2,
        LatchUnreadable = 3,

        /// <summary>The latch is another issuer's, or an interlock stands against it.</summary>
        Refused = 4,

        // How a command ended.
        CommandDone = 10,
        CommandRejected = 11,
        CommandFailed = 12,

        /// <summary>No command is taken until a person puts the node into service again.</summary>
        CounterUnreadable = 13,

        // What was stored of a change, and is not used.
        SettingsSetAside = 14,
        KeyUnreadable = 15,

        /// <summary>A person at the station had something done at a bay or door.</summary>
        OperatorRequest = 20,

        // New certificates.
        CertificateTried = 30,
        CertificateInForce = 31,
        CertificateRolledBack = 32,

        /// <summary>At start the node found something wrong with itself.</summary>
        SelfTestFailed = 40,
    }
}
