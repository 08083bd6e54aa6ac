using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

public sealed class CountingRestart : IRestart
{
    public int Count { get; private set; }

    public void Restart() => Count++;
}
