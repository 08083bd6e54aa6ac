using SwapEdge.Boards;
using SwapEdge.Boards.Esp32Olimex;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A cabinet on an esp32-olimex: six expanders, and the line to the packs.</summary>
internal sealed class CabinetOnBench : WiredNode
{
    public const string BoardName = "esp32-olimex";

    private const int ExpanderCount = 6;

    private readonly CabinetWorld _world;

    public CabinetOnBench(CabinetWorld world)
        : base(BoardName, Pins.Heartbeat)
    {
        _world = world;
        HasExpanders(Pins.LinesSelect, ExpanderCount);
        HasLine("COM2", world.Line);
    }

    protected override NodeBoard Make() => new Board();

    /// <summary>Cards are read by a reader for which the board has no driver yet: the world says them.</summary>
    protected override IFieldWires Field(NodePorts ports)
    {
        CabinetPorts cabinet = (CabinetPorts)ports;
        CabinetIo io = (CabinetIo)cabinet.Cabinet;
        CabinetWires wires = new(_world, Lines, io.Panel, io.Doors, io.Signs, io.Select);
        cabinet.Cabinet = new CardReader(io, wires, Bench.Gate);
        return wires;
    }

    private sealed class CardReader(ICabinetIo board, CabinetWires wires, object gate) : ICabinetIo
    {
        public void Read(CabinetInputs into)
        {
            board.Read(into);
            lock (gate)
            {
                into.TagLength = wires.Now.TagLength;
                Array.Copy(wires.Now.Tag, into.Tag, into.TagLength);
            }
        }

        public void ReadDoor(int index, DoorInputs into) => board.ReadDoor(index, into);

        public void Write(Drive drives, int index) => board.Write(drives, index);

        public void WriteCharge(int index, bool permitted) => board.WriteCharge(index, permitted);

        public void SelectLine(int index) => board.SelectLine(index);
    }
}
