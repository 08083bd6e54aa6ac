using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class FixedClock : IClock
{
    public long UtcMs { get; set; } = 1_790_000_000_000;

    public TimeQuality UtcQuality { get; set; } = TimeQuality.Sntp;
}
