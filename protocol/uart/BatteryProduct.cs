namespace SwapEdge.Protocol
{
    /// <summary>What a battery code is on.</summary>
    public enum BatteryProduct
    {
        Unknown = 0,
        Pack = 1,
        Module = 2,
        Cell = 3,
    }
}
