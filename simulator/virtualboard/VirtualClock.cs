using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Civil time of a node: virtual time on a calendar.</summary>
public sealed class VirtualClock : IClock
{
    private long _startUtcMs;
    private long _nowMs;

    public VirtualClock(DateTimeOffset start, TimeQuality quality)
    {
        _startUtcMs = start.ToUnixTimeMilliseconds();
        UtcQuality = quality;
    }

    public long UtcMs => _startUtcMs + _nowMs;

    public TimeQuality UtcQuality { get; set; }

    public void Advance(long nowMs) => _nowMs = nowMs;

    /// <summary>A clock that is set, well or badly.</summary>
    public void Jump(long milliseconds) => _startUtcMs += milliseconds;
}
