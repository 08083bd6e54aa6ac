using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// What lock and hoist make of a drive: the next thing on the way to what is asked, from where they are. They may as
/// well do nothing; that is for whoever explores.
/// </summary>
public static class HoistMoves
{
    public static void Obey(HoistPlant so, Drive drives, ICollection<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        switch (drives & Drive.Motion)
        {
            case Drive.Grip:
                Add(so, Gripped(so), into);
                break;
            case Drive.Unlock when so.There:
                Add(so, so with { Lock = so.Lock == LockPlace.Closed ? LockPlace.Between : LockPlace.Open }, into);
                break;
            case Drive.Lock when so.There:
                Add(so, so with { Lock = so.Lock == LockPlace.Open ? LockPlace.Between : LockPlace.Closed }, into);
                break;
            case Drive.Lift:
                Lift(so, into);
                break;
            case Drive.Stow:
                Add(so, Stowed(so), into);
                break;
            case Drive.Fetch:
                Fetch(so, into);
                break;
            case Drive.Place:
                Add(so, Placed(so), into);
                break;
            case Drive.Withdraw:
                Add(so, LetGo(so), into);
                break;
            default:
                break;
        }
    }

    private static void Add(HoistPlant so, HoistPlant then, ICollection<int> into)
    {
        if (then != so)
        {
            into.Add(then.Bits);
        }
    }

    private static HoistPlant Gripped(HoistPlant so) =>
        so.Grips || so.Load != PackPlace.Empty ? so
        : so.Raised ? so with { Raised = false }
        : so.Seat != PackPlace.Empty ? so with { Grips = true } : so;

    private static void Lift(HoistPlant so, ICollection<int> into)
    {
        if (!so.Grips || so.Load != PackPlace.Empty)
        {
            Add(so, so with { Raised = true }, into);
        }
        else if (so.Seat == PackPlace.Empty)
        {
            TakeFromBay(so, into);
        }
        else if (so.Lock == LockPlace.Open)
        {
            Add(so, so.Mated ? so with { Mated = false } : so with { Load = so.Seat, Seat = PackPlace.Empty }, into);
        }
    }

    private static void Fetch(HoistPlant so, ICollection<int> into)
    {
        if (so.Load != PackPlace.Empty)
        {
            Add(so, so with { Raised = true }, into);
        }
        else if (so.Grips)
        {
            if (so.Seat == PackPlace.Empty)
            {
                TakeFromBay(so, into);
            }
            else
            {
                Lift(so, into);
            }
        }
        else if (!so.TakeEmptied)
        {
            Add(so, so with { Grips = true, Raised = false }, into);
        }
    }

    /// <summary>Which pack the bay really holds is found out only on the vehicle.</summary>
    private static void TakeFromBay(HoistPlant so, ICollection<int> into)
    {
        if (so.TakeEmptied)
        {
            Add(so, so.StoreFilled ? so with { Load = PackPlace.Old, StoreFilled = false } : so, into);
            return;
        }

        Add(so, so with { Load = PackPlace.New, TakeEmptied = true }, into);
        Add(so, so with { Load = PackPlace.Wrong, TakeEmptied = true }, into);
    }

    private static HoistPlant Stowed(HoistPlant so) =>
        so.Load != PackPlace.Empty ? so with { Load = PackPlace.Empty, StoreFilled = true, Raised = false } : LetGo(so);

    private static HoistPlant Placed(HoistPlant so)
    {
        if (so.Load == PackPlace.Empty)
        {
            return so.Grips && so.Seat != PackPlace.Empty ? so with { Mated = true } : so;
        }

        return so.Raised ? so with { Raised = false }
            : so.There && so.Seat == PackPlace.Empty ? so with { Seat = so.Load, Load = PackPlace.Empty } : so;
    }

    /// <summary>The tongue does not open under load.</summary>
    private static HoistPlant LetGo(HoistPlant so) =>
        so.Load != PackPlace.Empty ? so : so.Grips ? so with { Grips = false } : so with { Raised = true };
}
