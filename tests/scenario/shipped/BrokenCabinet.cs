using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenCabinet(ICabinetIo live) : ICabinetIo
{
    private int _door = -1;

    public Action<CabinetInputs>? Panel { get; init; }

    public Action<DoorInputs>? Doors { get; init; }

    public Func<Drive, Drive>? Given { get; init; }

    public Func<bool, bool>? Permit { get; init; }

    public void Read(CabinetInputs into)
    {
        live.Read(into);
        Panel?.Invoke(into);
    }

    public void ReadDoor(int index, DoorInputs into)
    {
        live.ReadDoor(index, into);
        Doors?.Invoke(into);
    }

    public void Write(Drive drives, int index)
    {
        _door = index < 0 ? _door : index;
        Drive given = Given?.Invoke(drives) ?? drives;
        live.Write(given, (given & Drive.OpenDoor) == 0 ? -1 : _door);
    }

    public void WriteCharge(int index, bool permitted) =>
        live.WriteCharge(index, Permit?.Invoke(permitted) ?? permitted);

    public void SelectLine(int index) => live.SelectLine(index);
}
