using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenCabinet(ICabinetIo live) : ICabinetIo
{
    private readonly bool[] _here = new bool[NodeSettings.StationBays];

    /// <summary>Place of the door that was opened last; -1 before.</summary>
    public int Opened { get; private set; } = -1;

    public Action<CabinetInputs>? Panel { get; init; }

    /// <summary>With the place of the door.</summary>
    public Action<int, DoorInputs>? Doors { get; init; }

    public Func<Drive, Drive>? Given { get; init; }

    /// <summary>Given whether a pack stands there: charging is permitted.</summary>
    public Func<bool, bool>? Permit { get; init; }

    public void Read(CabinetInputs into)
    {
        live.Read(into);
        Panel?.Invoke(into);
    }

    public void ReadDoor(int index, DoorInputs into)
    {
        live.ReadDoor(index, into);
        _here[index] = into.PackPresent;
        Doors?.Invoke(index, into);
    }

    public void Write(Drive drives, int index)
    {
        Opened = index < 0 ? Opened : index;
        Drive given = Given?.Invoke(drives) ?? drives;
        live.Write(given, (given & Drive.OpenDoor) == 0 ? -1 : Opened);
    }

    public void WriteCharge(int index, bool permitted) =>
        live.WriteCharge(index, Permit?.Invoke(_here[index]) ?? permitted);

    public void SelectLine(int index) => live.SelectLine(index);
}
