using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Notes that the node wants to be started anew; whoever runs it does so.</summary>
public sealed class VirtualRestart : IRestart
{
    public bool Wanted { get; set; }

    public void Restart() => Wanted = true;
}
