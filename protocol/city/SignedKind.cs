namespace SwapEdge.Protocol
{
    /// <summary>What a signed body is for; part of each body, so that one is never taken for another.</summary>
    public enum SignedKind
    {
        None = 0,
        Ack = 1,
        Command = 2,

        /// <summary>A value of the chain through a journal; never sent. firmware/journal/SPEC.md.</summary>
        Journal = 8,

        /// <summary>What a key is derived from; never sent, nor is its MAC.</summary>
        Key = 9,

        /// <summary>Certificates as they are kept; never sent.</summary>
        Certificates = 10,
    }
}
