using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a lane, over the world's lane.</summary>
public sealed class VirtualLaneIo(SwapLane lane) : ILaneIo
{
    public void Read(LaneInputs into) => lane.Sense(into);

    public void Write(Drive drives, int bay, int pack)
    {
        lane.Drives = drives;
        lane.Bay = bay;
        lane.PackPosition = pack;
    }
}
