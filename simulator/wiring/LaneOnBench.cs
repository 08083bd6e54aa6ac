using SwapEdge.Boards;
using SwapEdge.Boards.Esp32S3;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A lane node on an esp32-s3: swap-pack bus and station link behind adapters, six expanders.</summary>
internal sealed class LaneOnBench : WiredNode
{
    public const string BoardName = "esp32-s3";

    private const int ExpanderCount = 6;

    private readonly SwapLane _lane;

    public LaneOnBench(World world, SwapLane lane)
        : base(BoardName, Pins.Heartbeat)
    {
        _lane = lane;
        Lines.WithPins(Bench, [Pins.HeartbeatHeard]);
        HasExpanders(Pins.LinesSelect, ExpanderCount);
        HasClock(Pins.ClockSelect);
        HasAdapter("COM2", lane.Bus, "lane node");
        HasAdapter("COM3", world.StationLink, "lane node");
    }

    protected override NodeBoard Make() => new Board();

    /// <summary>Tags come from a reader for which the board has no driver yet: the world says them.</summary>
    protected override IFieldWires Field(NodePorts ports)
    {
        LanePorts lane = (LanePorts)ports;
        LaneIo io = (LaneIo)lane.Lane;
        LaneWires wires = new(_lane, Lines, io.Wiring, io.Positions, io.Drives, io.Bay, io.Pack);
        lane.Lane = new LaneReader(io, wires, Bench.Gate);
        return wires;
    }

    private sealed class LaneReader(ILaneIo board, LaneWires wires, object gate) : ILaneIo
    {
        public void Read(LaneInputs into)
        {
            board.Read(into);
            lock (gate)
            {
                into.TagLength = wires.Now.TagLength;
                Array.Copy(wires.Now.Tag, into.Tag, into.TagLength);
            }
        }

        public void Write(Drive drives, int bay, int pack) => board.Write(drives, bay, pack);
    }
}
