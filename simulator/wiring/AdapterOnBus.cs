using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>An SLCAN adapter between a serial port of a board and a bus of the world.</summary>
public sealed class AdapterOnBus : IOnBench
{
    private readonly SlcanAdapter _adapter;
    private readonly WireEnd _end;
    private bool _hasPower = true;

    public AdapterOnBus(SerialWire serial, Wire bus, string name)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _adapter = new SlcanAdapter(serial);
        _end = bus.Connect(name, Hear);
    }

    /// <summary>It comes back closed.</summary>
    public bool HasPower
    {
        get => _hasPower;
        set
        {
            _hasPower = value;
            _adapter.PowerCycle();
        }
    }

    public void Advance(int milliseconds)
    {
        if (!HasPower)
        {
            _adapter.PowerCycle();
            _adapter.ToBus.Clear();
            return;
        }

        while (_adapter.ToBus.TryPeek(out CanFrame? frame) && _end.Send(frame))
        {
            _adapter.ToBus.Dequeue();
        }

        _adapter.Advance(milliseconds);
    }

    private void Hear(CanFrame frame)
    {
        if (HasPower && _adapter.Rate == Slcan.Rate250Kbit)
        {
            _adapter.Hear(frame);
        }
    }
}
