using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a lane with a tape before them.</summary>
internal sealed class TapedLaneIo(PortTape tape, ILaneIo? live) : ILaneIo
{
    private readonly TapedLevels<LaneInputs> _levels = new(tape, "lane");
    private readonly int _drives = tape.Channel("lane.Write");
    private readonly RecordBytes _given = new();

    public void Read(LaneInputs into)
    {
        live?.Read(into);
        _levels.Take(into);
    }

    public void Write(Drive drives, int bay, int pack)
    {
        live?.Write(drives, bay, pack);
        _given.Clear();
        tape.Give(_drives, _given.Signed((long)drives).Signed(bay).Signed(pack).Written, []);
    }
}
