using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

public sealed class CountingHeartbeat : IHeartbeat
{
    public int Toggles { get; private set; }

    public void Toggle() => Toggles++;
}
