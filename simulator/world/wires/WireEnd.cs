using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// One participant's end of a <see cref="Wire"/>: a bounded queue of received frames. A node's port and the model of a
/// BMS or a charger use the same end.
/// </summary>
public sealed class WireEnd : ICanBus
{
    private readonly Wire _wire;
    private readonly CanFrame[] _ring;
    private readonly Action<CanFrame>? _heard;
    private int _first;
    private int _count;

    internal WireEnd(Wire wire, string name, int room, Action<CanFrame>? heard = null)
    {
        _wire = wire;
        _heard = heard;
        Name = name;
        _ring = new CanFrame[room];
        for (int i = 0; i < room; i++)
        {
            _ring[i] = new CanFrame();
        }
    }

    public string Name { get; }

    public int Overflows { get; private set; }

    /// <summary>A parted end neither hears nor is heard: a pack's BMS whose connector is not mated.</summary>
    public bool Attached { get; set; } = true;

    /// <summary>Time of the world at which its owner started: frames that it reads have the time since then.</summary>
    public long BornMs { get; set; }

    /// <summary>It gets frames; otherwise it only speaks.</summary>
    internal bool Hears => _ring.Length > 0 || _heard is not null;

    /// <summary>What waits to be read is gone: its owner has lost its power.</summary>
    public void Forget() => _count = 0;

    /// <summary>A frame waits to be read.</summary>
    public bool Waits => _count > 0;

    public bool Receive(CanFrame into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (_count == 0)
        {
            return false;
        }

        into.CopyFrom(_ring[_first]);
        into.TimeMs -= BornMs;
        _first = (_first + 1) % _ring.Length;
        _count--;
        return true;
    }

    public bool Send(CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Attached && _wire.Queue(this, frame);
    }

    internal void Deliver(CanFrame frame)
    {
        if (!Attached)
        {
            return;
        }

        _heard?.Invoke(frame);
        if (_ring.Length == 0)
        {
            return;
        }

        if (_count == _ring.Length)
        {
            Overflows++;
            return;
        }

        _ring[(_first + _count) % _ring.Length].CopyFrom(frame);
        _count++;
    }
}
