using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Notes that the node wants to be started anew; whoever runs it does so.</summary>
public sealed class VirtualRestart : IRestart
{
    public bool Wanted { get; set; }

    public BootReason Reason { get; private set; }

    public void Restart(BootReason reason) => (Wanted, Reason) = (true, reason);
}
