using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Somebody with an empty pack: comes, shows a card, does one thing at each door that opens, shuts it, and goes when
/// the panel says goodbye. What was not accepted is taken home again.
/// </summary>
public sealed class CabinetCustomer
{
    private const int ShowsAfterMs = 1_500;
    private const int ShowsMs = 2_500;
    private const int LooksMs = 900;
    private const int HesitatesMs = 5_000;
    private const int GoesAfterMs = 3_000;

    private readonly CabinetPlan _plan;
    private CabinetDoorway? _at;
    private bool _done;
    private long _atMs;
    private long _byeMs = -1;

    public CabinetCustomer(CabinetPlan plan, CabinetPack brought)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        Brought = brought;
        Hand = brought;
    }

    public CustomerPlan Plan => new(_plan.Card, _plan.ArrivesMs, _plan.Brought, _plan.Mistake);

    public CabinetPack Brought { get; }

    /// <summary>What the customer carries.</summary>
    public CabinetPack? Hand { get; private set; }

    public bool Present { get; private set; }

    public bool Gone { get; private set; }

    /// <summary>The card is held to the reader.</summary>
    public bool Shows { get; private set; }

    public void Sense(CabinetInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.UserPresent = Present;
        into.TagLength = Shows ? Encoding.ASCII.GetBytes(_plan.Card, into.Tag) : 0;
    }

    public void Advance(long nowMs, IReadOnlyList<CabinetDoorway> doors, Drive drives)
    {
        long sinceMs = nowMs - _plan.ArrivesMs;
        Present = sinceMs >= 0 && !Gone;
        Shows = Present && sinceMs >= ShowsAfterMs && sinceMs < ShowsAfterMs + ShowsMs;
        if (!Present)
        {
            return;
        }

        if (Open(doors) is { } open)
        {
            _byeMs = -1;
            Visit(open, nowMs);
            return;
        }

        _at = null;
        _byeMs = !drives.HasFlag(Drive.ReleaseVehicle) ? -1 : _byeMs < 0 ? nowMs : _byeMs;
        Gone = _byeMs >= 0 && nowMs - _byeMs >= GoesAfterMs;
    }

    private static CabinetDoorway? Open(IReadOnlyList<CabinetDoorway> doors)
    {
        for (int i = 0; i < doors.Count; i++)
        {
            if (!doors[i].Latched)
            {
                return doors[i];
            }
        }

        return null;
    }

    private void Visit(CabinetDoorway door, long nowMs)
    {
        if (!ReferenceEquals(door, _at))
        {
            _at = door;
            _atMs = nowMs;
            _done = false;
        }

        if (_done || door.Opening < 1 || nowMs - _atMs < LooksMs)
        {
            return;
        }

        bool takes = Hand is null || door.Slide < 0;
        bool hesitates = _plan.Mistake == (takes ? CabinetMistake.TakesNothingOut : CabinetMistake.PutsNothingIn);
        if (hesitates)
        {
            _done = nowMs - _atMs >= HesitatesMs;
        }
        else if (takes)
        {
            TakeOut(door);
        }
        else
        {
            PutIn(door);
        }

        if (_done)
        {
            Finish(door, takes);
        }
    }

    private void PutIn(CabinetDoorway door)
    {
        if (door.Pack is null)
        {
            door.Pack = Hand;
            door.Depth = 0;
            door.Slide = 1;
        }
        else if (door.Depth >= 1)
        {
            door.Slide = 0;
            Hand = null;
            _done = true;
        }
    }

    private void TakeOut(CabinetDoorway door)
    {
        door.Slide = -1;
        if (door.Depth <= 0)
        {
            Hand = door.Pack;
            door.Pack = null;
            door.Slide = 0;
            _done = true;
        }
    }

    private void Finish(CabinetDoorway door, bool took)
    {
        if (took && _plan.Mistake == CabinetMistake.LeavesDoorOpen)
        {
            Gone = true;
        }
        else
        {
            door.Shut();
        }
    }
}
