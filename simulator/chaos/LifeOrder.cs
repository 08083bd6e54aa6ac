namespace SwapEdge.Simulator;

/// <summary>A genuine command of a life's city.</summary>
/// <param name="Id">And its counter.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Message">As it was sent.</param>
public sealed record LifeOrder(ulong Id, CityCommand Command, byte[] Message)
{
    /// <summary>How it ended, by the node's word; null before.</summary>
    public CityResult? End { get; set; }
}
