namespace SwapEdge.Protocol
{
    /// <summary>What a block is about; <c>TelemetrySubject</c> of city.proto. For ever, append only.</summary>
    public enum TelemetrySubject
    {
        None = 0,
        Station = 1,
        Pack = 2,
        Vehicle = 3,
    }
}
