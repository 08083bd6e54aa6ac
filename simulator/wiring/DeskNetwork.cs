using SwapEdge.Boards;

namespace SwapEdge.Simulator;

/// <summary>A board's network that is there, or is not: the desk's own.</summary>
public sealed class DeskNetwork : INetwork
{
    public bool IsUp { get; set; } = true;

    public void Open()
    {
    }

    /// <summary>The desk's clock is set by the desk.</summary>
    public void StartTime(string server)
    {
    }
}
