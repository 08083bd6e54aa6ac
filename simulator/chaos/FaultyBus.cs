using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A node's end of a bus on which frames get lost, come late or corrupted, and senders fall silent.</summary>
public sealed class FaultyBus(ICanBus bus, Prng random) : ICanBus
{
    private const int LateRoom = 64;

    private readonly Queue<(long DueMs, CanFrame Frame)> _late = new();
    private long _nowMs;

    public int Overflows => bus.Overflows;

    /// <summary>Shares of the frames that come, per mille.</summary>
    public int LostPermille { get; set; }

    public int LatePermille { get; set; }

    public int CorruptedPermille { get; set; }

    /// <summary>Whose frames do not come at all.</summary>
    public Func<CanFrame, bool>? Silent { get; set; }

    /// <summary>Told each frame that the node reads.</summary>
    public Action<CanFrame>? Heard { get; set; }

    /// <summary>When the last corrupted frame came.</summary>
    public long CorruptedMs { get; private set; } = long.MinValue / 2;

    /// <summary>When the node last read a frame.</summary>
    public long HeardMs { get; private set; }

    public void Advance(long nowMs) => _nowMs = nowMs;

    public bool Send(CanFrame frame) => bus.Send(frame);

    /// <summary>What waited while nobody read is gone.</summary>
    public void Drain()
    {
        CanFrame frame = new();
        while (bus.Receive(frame))
        {
        }

        _late.Clear();
    }

    public bool Receive(CanFrame into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (_late.TryPeek(out (long DueMs, CanFrame Frame) late) && late.DueMs <= _nowMs)
        {
            into.CopyFrom(_late.Dequeue().Frame);
            into.TimeMs = _nowMs;
            HeardMs = _nowMs;
            Heard?.Invoke(into);
            return true;
        }

        while (bus.Receive(into))
        {
            if (Silent?.Invoke(into) != true && Passes(into))
            {
                HeardMs = _nowMs;
                Heard?.Invoke(into);
                return true;
            }
        }

        return false;
    }

    private bool Passes(CanFrame frame)
    {
        if (LostPermille + LatePermille + CorruptedPermille == 0)
        {
            return true;
        }

        int chance = random.Between(0, 999);
        if (chance < LostPermille)
        {
            return false;
        }

        chance -= LostPermille;
        if (chance < LatePermille && _late.Count < LateRoom)
        {
            CanFrame copy = new();
            copy.CopyFrom(frame);
            _late.Enqueue((_nowMs + random.Between(50, 500), copy));
            return false;
        }

        chance -= LatePermille;
        if (chance >= 0 && chance < CorruptedPermille)
        {
            frame.Data[random.Between(0, 7)] ^= (byte)(1 << random.Between(0, 7));
            CorruptedMs = _nowMs;
        }

        return true;
    }
}
