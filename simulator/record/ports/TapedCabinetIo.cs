using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The pins of a cabinet with a tape before them.</summary>
internal sealed class TapedCabinetIo(PortTape tape, int[] doors, ICabinetIo? live) : ICabinetIo
{
    private readonly TapedLevels<CabinetInputs> _levels = new(tape, "cabinet");

    private readonly TapedLevels<DoorInputs>[] _doors =
        [.. doors.Select(door => new TapedLevels<DoorInputs>(tape, Invariant($"door {door}")))];

    private readonly int[] _permits = [.. doors.Select(door => tape.Channel(Invariant($"door {door}.Write")))];
    private readonly int _drives = tape.Channel("cabinet.Write");
    private readonly int _line = tape.Channel("cabinet.SelectLine");
    private readonly RecordBytes _given = new();

    public void Read(CabinetInputs into)
    {
        live?.Read(into);
        _levels.Take(into);
    }

    public void ReadDoor(int index, DoorInputs into)
    {
        live?.ReadDoor(index, into);
        _doors[index].Take(into);
    }

    public void Write(Drive drives, int index)
    {
        live?.Write(drives, index);
        _given.Clear();
        tape.Give(_drives, _given.Signed((long)drives).Signed(index).Written, []);
    }

    public void WriteCharge(int index, bool permitted)
    {
        live?.WriteCharge(index, permitted);
        tape.Give(_permits[index], [(byte)(permitted ? 1 : 0)], []);
    }

    public void SelectLine(int index)
    {
        live?.SelectLine(index);
        _given.Clear();
        tape.Give(_line, _given.Signed(index).Written, []);
    }
}
