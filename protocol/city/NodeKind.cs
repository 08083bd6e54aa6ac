namespace SwapEdge.Protocol
{
    /// <summary>What a node owns; <c>NodeKind</c> of city.proto. For ever, append only.</summary>
    public enum NodeKind
    {
        None = 0,
        Lane = 1,
        Bays = 2,
        Cabinet = 3,
    }
}
