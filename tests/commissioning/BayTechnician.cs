using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>At the bays of a node: panels, contacts, detectors, and packs that are brought.</summary>
internal sealed class BayTechnician(CommissionTexts texts, World world, WorkedBayIo io) : Technician(texts)
{
    private const double BroughtSoc = 0.4;
    private const int BroughtSerial = 7_000_001;

    protected override void Do(string said)
    {
        for (int i = 0; i < io.Hands.Length; i++)
        {
            if (said == Texts.Of("do.charge", i + 1) && world.Bays[i].Seat.Pack is null)
            {
                world.Bays[i].Seat.Pack = new Pack(
                    PackIdentity.Numbered(BroughtSerial + i), PackParameters.TruckLfp, BroughtSoc, 25, new Prng(3));
                world.Bays[i].Seat.PackHeightM = 0;
            }
        }
    }

    protected override void Stand(bool abort, bool fire, bool confirm, long nowMs)
    {
        io.Attended = true;
        int place = Group == "inputs" ? PlaceOf(Item) : 0;
        for (int i = 0; i < io.Hands.Length; i++)
        {
            io.Hands[i].Act(Works && place == i + 1 ? Item[2..] : "", IsMaintained, nowMs);
        }
    }
}
