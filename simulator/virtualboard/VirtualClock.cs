using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Civil time of a node: virtual time on a calendar, or that of a board, which may be set wrong or lost.
/// </summary>
public sealed class VirtualClock : IClock
{
    private readonly long _startUtcMs;
    private readonly TimeQuality _best;
    private TimeQuality _quality;
    private long _jumpedMs;
    private long _nowMs;

    public VirtualClock(DateTimeOffset start, TimeQuality quality)
    {
        _startUtcMs = start.ToUnixTimeMilliseconds();
        _quality = _best = quality;
    }

    /// <summary>A board's own clock, when it runs with its threads; null: there is only this.</summary>
    public IClock? Real { get; set; }

    public long UtcMs => (Real?.UtcMs ?? _startUtcMs + _nowMs) + Volatile.Read(ref _jumpedMs);

    /// <summary>A board's clock is no better than that.</summary>
    public TimeQuality UtcQuality
    {
        get => Real is { } real && _quality == _best ? real.UtcQuality : _quality;
        set => _quality = value;
    }

    public void Advance(long nowMs) => _nowMs = nowMs;

    /// <summary>A clock that is set, well or badly.</summary>
    public void Jump(long milliseconds) => Interlocked.Add(ref _jumpedMs, milliseconds);
}
