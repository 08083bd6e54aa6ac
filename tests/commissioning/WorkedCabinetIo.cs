using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The pins of a cabinet that a technician works.</summary>
internal sealed class WorkedCabinetIo(CabinetWorld cabinet) : ICabinetIo
{
    private readonly VirtualCabinetIo _io = new(cabinet);

    public PlaceHand[] Hands { get; } = [.. cabinet.Doors.Select(_ => new PlaceHand())];

    /// <summary>Of the cabinet itself: its level is the other one; None: nothing is worked.</summary>
    public LaneSensor Worked { get; set; }

    public bool Attended { get; set; }

    public bool AbortPressed { get; set; }

    public bool FireDetected { get; set; }

    public bool ConfirmPressed { get; set; }

    /// <summary>The latches of the first two doors are exchanged; their contacts are right.</summary>
    public bool Crossed { get; set; }

    public void Read(CabinetInputs into)
    {
        _io.Read(into);
        into.KeySwitchOn = into.MaintenanceSelected = Attended;
        into.AbortPressed = AbortPressed;
        into.FireLoopClosed = !FireDetected;
        into.ConfirmPressed = ConfirmPressed;
        if (Worked != LaneSensor.None)
        {
            string name = Worked == LaneSensor.VehiclePresent ? nameof(into.UserPresent) : Worked.ToString();
            FieldInfo input = typeof(CabinetInputs).GetField(name)!;
            input.SetValue(into, !(bool)input.GetValue(into)!);
        }
    }

    public void ReadDoor(int index, DoorInputs into)
    {
        PlaceHand hand = Hands[index];
        _io.ReadDoor(index, into);
        into.LatchClosed ^= hand.Works("door-shut") | hand.Works("door-open");
        into.PackPresent ^= hand.Works("pack-present");
        into.BayClear ^= hand.Works("bay-clear");
        into.SmokeLoopClosed ^= hand.Works("smoke-free");
        into.Operator.KeySwitchOn = Attended;
        into.Operator.ConfirmPressed = hand.Confirms;
        into.Operator.Request = hand.Asks;
    }

    public void Write(Drive drives, int index) => _io.Write(drives, Crossed && index is 0 or 1 ? 1 - index : index);

    public void WriteCharge(int index, bool permitted) => _io.WriteCharge(index, permitted);

    public void SelectLine(int index) => _io.SelectLine(index);
}
