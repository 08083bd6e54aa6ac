using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenClock(IClock live, long byMs) : IClock
{
    public long UtcMs => live.UtcMs + byMs;

    public TimeQuality UtcQuality
    {
        get => field == TimeQuality.Sntp ? live.UtcQuality : field;
        init;
    } = TimeQuality.Sntp;
}
