using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>An SLCAN adapter between a serial port of a board and a bus of the world.</summary>
public sealed class AdapterOnBus : IOnBench
{
    private readonly SlcanAdapter _adapter;
    private readonly WireEnd _end;
    private bool _unpowered;

    public AdapterOnBus(SerialWire serial, Wire bus, string name)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _adapter = new SlcanAdapter(serial);
        _end = bus.Connect(name, Hear);
    }

    /// <summary>Without supply it is silent on both sides; it comes back closed.</summary>
    public bool Unpowered
    {
        get => _unpowered;
        set
        {
            _unpowered = value;
            _adapter.PowerCycle();
        }
    }

    public void Advance(int milliseconds)
    {
        if (Unpowered)
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
        if (!Unpowered && _adapter.Rate == Slcan.Rate250Kbit)
        {
            _adapter.Hear(frame);
        }
    }
}
