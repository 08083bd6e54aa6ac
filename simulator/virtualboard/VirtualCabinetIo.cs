using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a cabinet, over the world's cabinet.</summary>
public sealed class VirtualCabinetIo(CabinetWorld cabinet) : ICabinetIo
{
    public void Read(CabinetInputs into) => cabinet.Sense(into);

    public void ReadDoor(int index, DoorInputs into) => cabinet.Doors[index].Sense(into);

    public void Write(Drive drives, int index)
    {
        cabinet.Drives = drives;
        for (int i = 0; i < cabinet.Doors.Count; i++)
        {
            cabinet.Doors[i].Coil = i == index;
        }
    }

    public void WriteCharge(int index, bool permitted) => cabinet.Doors[index].ChargePermitted = permitted;

    public void SelectLine(int index) => cabinet.Line.Select(index);
}
