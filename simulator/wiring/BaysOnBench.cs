using SwapEdge.Boards;
using SwapEdge.Boards.Esp32Wrover;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A bay node on an esp32-wrover: two charger buses, station link, an expander, two permits.</summary>
internal sealed class BaysOnBench : WiredNode
{
    public const string BoardName = "esp32-wrover";

    private readonly IReadOnlyList<SwapBay> _bays;

    public BaysOnBench(World world, IReadOnlyList<SwapBay> bays)
        : base(BoardName, Pins.Heartbeat)
    {
        _bays = bays;
        Lines.WithPins(Bench, [Pins.HeartbeatHeard, Pins.Bay1ChargePermit, Pins.Bay2ChargePermit]);
        HasExpanders(Pins.LinesSelect, 1);
        HasClock(Pins.ClockSelect);
        HasChip(Pins.LinkSelect, world.StationLink, "bay node");
        HasAdapter("COM2", bays[0].Bus, "bay node");
        HasAdapter("COM3", bays[1].Bus, "bay node");
    }

    protected override NodeBoard Make() => new Board();

    protected override IFieldWires Field(NodePorts ports)
    {
        BayIo io = (BayIo)((BayPorts)ports).Bays;
        return new BayWires(_bays, Lines, io.Bays, io.Panel);
    }
}
