using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A cabinet of the world on the lines of a board, wired as <see cref="CabinetIo"/> is told that it is.
/// </summary>
/// <param name="cabinet">What senses and moves.</param>
/// <param name="wires">The board's lines.</param>
/// <param name="panel">Lines of the panel.</param>
/// <param name="doors">Lines of each door by <see cref="PlaceLine"/>.</param>
/// <param name="signs">An output for each bit of a <see cref="Drive"/>.</param>
/// <param name="select">Outputs that spell the door that the BMS line is joined to, from 0.</param>
internal sealed class CabinetWires(
    CabinetWorld cabinet, LineWires wires, int[] panel, int[][] doors, int[] signs, int[] select) : IFieldWires
{
    private readonly CabinetInputs _now = new();
    private readonly DoorInputs _door = new();

    /// <summary>What was sensed last; what is no line is in it too.</summary>
    public CabinetInputs Now => _now;

    public void Sense()
    {
        PanelWires stands = new(wires, panel);
        for (int i = 0; i < cabinet.Doors.Count; i++)
        {
            int[] door = doors[i];
            cabinet.Doors[i].Sense(_door);
            wires.Set(door[PlaceLine.LatchClosed], _door.LatchClosed);
            wires.Set(door[PlaceLine.PackPresent], _door.PackPresent);
            wires.Set(door[PlaceLine.BayClear], _door.BayClear);
            wires.Set(door[PlaceLine.ContactorOpen], _door.ContactorOpen);
            wires.Set(door[PlaceLine.SmokeLoopClosed], _door.SmokeLoopClosed);
            stands.Select(door[PlaceLine.Selected], _door.Operator);
        }

        cabinet.Sense(_now);
        stands.KeySwitchOn |= _now.KeySwitchOn;
        stands.ConfirmPressed |= _now.ConfirmPressed;
        stands.Set();
        wires.Set(panel[CabinetIo.AbortPressed], _now.AbortPressed);
        wires.Set(panel[CabinetIo.ManualSelected], _now.ManualSelected);
        wires.Set(panel[CabinetIo.MaintenanceSelected], _now.MaintenanceSelected);
        wires.Set(panel[CabinetIo.ClosedSelected], _now.ClosedSelected);
        wires.Set(panel[CabinetIo.SafetyChainClosed], _now.SafetyChainClosed);
        wires.Set(panel[CabinetIo.FireLoopClosed], _now.FireLoopClosed);
        wires.Set(panel[CabinetIo.UserPresent], _now.UserPresent);
    }

    public void Drive()
    {
        cabinet.Drives = (Drive)wires.Code(signs);
        for (int i = 0; i < cabinet.Doors.Count; i++)
        {
            cabinet.Doors[i].Coil = wires.On(doors[i][PlaceLine.Latch]);
            cabinet.Doors[i].ChargePermitted = wires.On(doors[i][PlaceLine.ChargePermit]);
        }

        int door = wires.Code(select);
        if (door < cabinet.Doors.Count)
        {
            cabinet.Line.Select(door);
        }
    }
}
