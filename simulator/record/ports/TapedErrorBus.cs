using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The same of a bus whose driver knows the errors of the wire.</summary>
internal sealed class TapedErrorBus : TapedBus, ICanErrors
{
    private readonly PortTape _tape;
    private readonly ICanErrors? _live;
    private readonly int _transmit;
    private readonly int _receive;
    private readonly int _busOffs;

    public TapedErrorBus(PortTape tape, string name, ICanBus? live)
        : base(tape, name, live)
    {
        _tape = tape;
        _live = (ICanErrors?)live;
        _transmit = tape.Channel(name + ".TransmitErrors");
        _receive = tape.Channel(name + ".ReceiveErrors");
        _busOffs = tape.Channel(name + ".BusOffs");
    }

    public int TransmitErrors => (int)_tape.Value(_transmit, _live?.TransmitErrors ?? 0);

    public int ReceiveErrors => (int)_tape.Value(_receive, _live?.ReceiveErrors ?? 0);

    public int BusOffs => (int)_tape.Value(_busOffs, _live?.BusOffs ?? 0);
}
