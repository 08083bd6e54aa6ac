namespace SwapEdge.Protocol
{
    /// <summary>How far a command is; <c>ResultState</c> of city.proto. For ever, append only.</summary>
    public enum ResultState
    {
        None = 0,
        Accepted = 1,
        Running = 2,
        Done = 3,
        Rejected = 4,
        Failed = 5,
        Expired = 6,
    }
}
