using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Faults of one bus, on the wire itself: what is lost is heard by nobody, and what is corrupted is so for everybody.
/// </summary>
public sealed class WireFaults(Prng random)
{
    private readonly List<WireFault> _faults = [];
    private readonly PriorityQueue<(WireEnd Sender, CanFrame Frame), long> _late = new();

    /// <summary>The returned action ends it.</summary>
    public Action Add(WireFault fault)
    {
        _faults.Add(fault);
        return () => _faults.Remove(fault);
    }

    /// <summary>A frame has arrived; false: it is not heard, or later.</summary>
    public bool Passes(WireEnd sender, CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        foreach (WireFault fault in _faults)
        {
            if (!fault.Of(sender, frame))
            {
                continue;
            }

            if (Falls(fault.Lost))
            {
                return false;
            }

            if (Falls(fault.Late))
            {
                CanFrame copy = new();
                copy.CopyFrom(frame);
                _late.Enqueue((sender, copy), frame.TimeMs + random.Between(1, Math.Max(1, fault.LateMs)));
                return false;
            }

            if (frame.Length > 0 && Falls(fault.Corrupted))
            {
                frame.Data[random.Between(0, frame.Length - 1)] ^= (byte)(1 << random.Between(0, 7));
            }
        }

        return true;
    }

    /// <summary>The next frame that was late and comes now; null: none.</summary>
    public CanFrame? NextLate(long nowMs, out WireEnd? sender)
    {
        sender = null;
        if (!_late.TryPeek(out (WireEnd Sender, CanFrame Frame) late, out long dueMs) || dueMs > nowMs)
        {
            return null;
        }

        _late.Dequeue();
        late.Frame.TimeMs = nowMs;
        sender = late.Sender;
        return late.Frame;
    }

    /// <summary>No draw where nothing is left to chance.</summary>
    private bool Falls(double share) => share > 0 && (share >= 1 || random.Between(0.0, 1.0) < share);
}
