namespace SwapEdge.Protocol
{
    /// <summary>How a swap ended; <c>SwapResult</c> of city.proto. For ever, append only.</summary>
    public enum SwapResult
    {
        None = 0,
        Completed = 1,
        PutBack = 2,
        Aborted = 3,
        NotServed = 4,
        VehicleLeft = 5,
        NotInserted = 6,
        GivenBack = 7,
        NotTaken = 8,
    }
}
