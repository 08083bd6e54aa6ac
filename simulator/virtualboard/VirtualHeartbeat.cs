using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The heartbeat input of the safety hardware: notices when it stops changing.</summary>
public sealed class VirtualHeartbeat : IHeartbeat
{
    /// <summary>After this long without a change the hardware removes every request.</summary>
    public const int LimitMs = 1_000;

    private long _nowMs;
    private long _lastMs;

    public long Toggles { get; private set; }

    public bool Alive => _nowMs - _lastMs <= LimitMs;

    /// <summary>Milliseconds since the last change, or since a later moment.</summary>
    public long SilentSince(long ms) => _nowMs - Math.Max(_lastMs, ms);

    public void Toggle()
    {
        Toggles++;
        _lastMs = _nowMs;
    }

    public void Advance(long nowMs) => _nowMs = nowMs;
}
