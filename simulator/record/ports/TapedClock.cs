using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Civil time with a tape before it; a record has it as what it is ahead of the node's own time.</summary>
internal sealed class TapedClock(PortTape tape, IClock? live) : IClock
{
    private readonly int _ahead = tape.Channel("clock.UtcMs");
    private readonly int _quality = tape.Channel("clock.UtcQuality");

    public long UtcMs => tape.Value(_ahead, (live?.UtcMs ?? 0) - tape.NowMs) + tape.NowMs;

    public TimeQuality UtcQuality => (TimeQuality)tape.Value(_quality, (long)(live?.UtcQuality ?? TimeQuality.Unknown));
}
