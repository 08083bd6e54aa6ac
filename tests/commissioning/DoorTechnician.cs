using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>At a cabinet: behind the service flap, and at its doors.</summary>
internal sealed class DoorTechnician(CommissionTexts texts, CabinetWorld cabinet, WorkedCabinetIo io)
    : Technician(texts)
{
    private const double BroughtSoc = 0.4;
    private const int BroughtSerial = 8_000_001;

    private int _opens = -1;

    protected override void Do(string said)
    {
        for (int i = 0; i < cabinet.Doors.Count; i++)
        {
            if (said == Texts.Of("do.charge", i + 1) && cabinet.Doors[i].Pack is null)
            {
                PackIdentity identity = PackIdentity.Numbered(BroughtSerial + i);
                Pack pack = new(identity, cabinet.Plan.Pack, BroughtSoc, 25, new Prng(3));
                cabinet.Doors[i].Pack = new CabinetPack(pack, identity.Code);
                cabinet.Doors[i].Depth = 1;
            }
            else if (said == Texts.Of("do.latch", i + 1))
            {
                _opens = i;
            }
            else if (said == Texts.Of("do.shut", i + 1))
            {
                foreach (CabinetDoorway door in cabinet.Doors.Where(door => !door.Latched))
                {
                    door.Shut();
                }
            }
        }
    }

    protected override void Stand(bool abort, bool fire, bool confirm, long nowMs)
    {
        io.Attended = true;
        io.AbortPressed = abort;
        io.FireDetected = fire;
        io.ConfirmPressed = confirm;
        int place = Group == "inputs" ? PlaceOf(Item) : 0;
        io.Worked = Works && Group == "inputs" && place == 0 ? WorkedLaneIo.Of(Item) : LaneSensor.None;
        for (int i = 0; i < io.Hands.Length; i++)
        {
            io.Hands[i].Act(Works && place == i + 1 ? Item[2..] : "", IsMaintained, nowMs);
        }

        if (_opens >= 0)
        {
            io.Hands[_opens].Ask(OperatorRequest.OpenDoor, nowMs);
            _opens = -1;
        }
    }
}
