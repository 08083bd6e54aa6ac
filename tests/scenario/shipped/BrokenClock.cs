using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenClock(IClock live, long byMs) : IClock
{
    public long UtcMs => live.UtcMs + byMs;

    public TimeQuality UtcQuality => live.UtcQuality;
}
