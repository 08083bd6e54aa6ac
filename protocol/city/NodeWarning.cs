namespace SwapEdge.Protocol
{
    /// <summary>What is wrong with a node itself; <c>NodeWarning</c> of city.proto. For ever, append only.</summary>
    public enum NodeWarning
    {
        None = 0,
        CertificateEnds = 1,
        AuthorityEnds = 2,
    }
}
