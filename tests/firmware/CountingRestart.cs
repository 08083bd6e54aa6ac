using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class CountingRestart : IRestart
{
    public int Count { get; private set; }

    public BootReason Reason { get; private set; }

    public void Restart(BootReason reason) => (Count, Reason) = (Count + 1, reason);
}
