using System.Numerics;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The properties of each single step, and of the drives against what is really so.</summary>
public sealed class SwapProof : IExplorerWatch
{
    private const Drive Motion = Drive.Motion;
    private const int Harms = 20;

    private readonly IPlantModel _model;
    private readonly SwapTable _table;
    private readonly ExpectedWay _way;
    private readonly long[] _tried = new long[WrongSet.Most + 1];
    private readonly int[] _retries = new int[SwapTable.Phases];
    private readonly bool _quick;
    private readonly bool _hoist;
    private Explorer? _explorer;
    private View? _view;
    private int _index;

    /// <param name="profile">Its steps are what is to be done.</param>
    /// <param name="table">The machine that does it.</param>
    /// <param name="model">The world.</param>
    /// <param name="quick">Stops at the first property that does not hold.</param>
    public SwapProof(SwapProfile profile, SwapTable table, IPlantModel model, bool quick)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _table = table;
        _quick = quick;
        _hoist = profile.HasHoist;
        _way = new ExpectedWay(profile);
        foreach (StepPlan step in profile.Steps)
        {
            _retries[(int)step.Phase] = step.Retries;
        }

        RowsTaken = new long[table.Rows.Length];
        for (int i = 0; i < Harms; i++)
        {
            Harm harm = (Harm)(1 << i);
            Real.Add(new RealFinding(harm, model.Possible.HasFlag(harm), _tried)
            {
                Promised = Promises.Of(harm, profile),
            });
        }
    }

    public Finding Still { get; } = new("nothing moves in a still, held, stopped or closed phase");

    public Finding Stored { get; } =
        new("nothing moves, and no vehicle is let go, before its phase is stored, nor in the pass of a change");

    public Finding Own { get; } = new("a stored phase asks for its own drives, all of them and no other");

    public Finding Seen { get; } = new("no drive without the evidence it needs");

    public Finding Release { get; } = new("no vehicle let go unless seen locked, mated, with the right, healthy pack");

    public Finding Stops { get; } = new("every reason to stop stops in the same pass under its name, a fire for good");

    public Finding GoesOn { get; } = new("every step leads where the profile, the evidence and people say");

    public Finding Limit { get; } = 
        new("a phase at its limit ends, or is tried again a bounded number of times; a release waits for a fire's end");

    public Finding Confirmed { get; } = new("what is held or stopped goes on only when a person confirms");

    public Finding Aborted { get; } = new("an aborted swap takes no further pack off a vehicle");

    public Finding Closed { get; } = new("a closed station begins no swap");

    public IReadOnlyList<Finding> Steps =>
        [Still, Stored, Own, Seen, Release, Stops, GoesOn, Limit, Confirmed, Aborted, Closed];

    public IList<RealFinding> Real { get; } = [];

    public long[] RowsTaken { get; }

    public bool HasEnough { get; private set; }

    public bool Stepped(Explorer explorer, int index, View view)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        return Stepped(explorer, explorer.Spots[index], index, view);
    }

    /// <summary>Judges the explorer's last step, from any spot.</summary>
    public bool Stepped(Explorer explorer, Spot spot, int index, View view)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(view);
        Drive drives = explorer.Output.Drives;
        Phase next = explorer.Next.Phase;
        bool stays = explorer.Output.Row < 0;
        bool moves = (drives & Motion) != Drive.None;
        Drive own = Expected.Drives(next, view.Facts, _hoist);
        bool gives = (drives & Drive.Stored) != Drive.None;
        bool still = (own & Motion) == Drive.None && next != Phase.Maintenance;
        _explorer = explorer;
        _view = view;
        _index = index;
        Hold(Still, !still || !moves);
        Hold(Stored, (spot.Committed && stays) || !gives);
        bool stop = (view.Facts & Expected.Stops(spot.Phase)) != Fact.None;
        bool whole = !stays || !spot.Committed || stop || next == Phase.Maintenance
            ? (drives & ~Drive.Stored) == (own & ~Drive.Stored) : drives == own;
        Hold(Own, whole && (next != Phase.Maintenance || IsByHand(drives & Drive.Stored, explorer.Hand)));
        Hold(Seen, Demands.AreMet(drives, view.Facts));
        if (!stays)
        {
            Judge(spot, next, view.Facts);
        }

        if (stop)
        {
            bool named = stays || explorer.Next.Fault == SwapCauses.Of(spot.Phase, view.Facts);
            Hold(Stops, !moves && named && IsStopped(spot.Phase, next, view.Facts));
        }

        Hold(GoesOn, next == _way.Of(spot.Phase, explorer.Output.Seen));
        bool again = !stays && next == spot.Phase;
        if (spot.Age == PhaseAge.Expired || again)
        {
            bool bounded = !again || (spot.Age == PhaseAge.Expired && explorer.Next.Retries <= _retries[(int)next]);
            bool flees = spot.Phase == Phase.Releasing && (view.Facts & SwapCauses.Emergencies) != Fact.None;
            Hold(Limit, flees || (!stays && bounded));
        }

        return !HasEnough;
    }

    private void Hold(Finding finding, bool so)
    {
        finding.Tried++;
        if (!so && finding.Broken is null)
        {
            finding.Broken = _quick ? finding.Name : Trace.Of(_explorer!, _model, _table, _index, _view, null);
            HasEnough |= _quick;
        }
    }

    public void Taken(Explorer explorer, int index, View view, int wrong)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(view);
        Spot spot = explorer.Spots[index];
        if (explorer.Output.Row >= 0)
        {
            RowsTaken[explorer.Output.Row]++;
        }

        Harm harm = _model.Harms(
            spot.Plant, view.First.Letter, spot.Phase, explorer.Next.Phase, explorer.Output.Drives);
        _tried[wrong]++;
        for (int bits = (int)harm; bits != 0; bits &= bits - 1)
        {
            RealFinding real = Real[BitOperations.TrailingZeroCount(bits)];
            if (real.Broken[wrong] is null)
            {
                real.Broken[wrong] = _quick ? real.Name
                    : Trace.Of(explorer, _model, _table, index, view, wrong);
                HasEnough |= _quick && wrong <= real.Promised;
            }
        }
    }

    private void Judge(Spot spot, Phase next, Fact seen)
    {
        bool nextPack = spot.Phase == Phase.Withdrawing && next == Phase.Accepting;
        if (next == Phase.Releasing || nextPack)
        {
            Fact needed = _hoist ? Demands.OfRelease : Fact.DoorsClosed;
            Hold(Release, (seen & needed) == needed);
        }

        if (spot.Phase is Phase.Held or Phase.Stopped && next != Phase.Stopped)
        {
            Hold(Confirmed, (seen & Fact.Confirmed) != Fact.None);
        }

        if ((seen & Fact.OutOfService) != Fact.None && !Expected.IsStep(spot.Phase))
        {
            Hold(Closed, !Expected.Begins(next));
        }

        if (spot.Aborted)
        {
            bool goesOn = spot.Phase == Phase.Held && Expected.TakesOff(next);
            Hold(Aborted, !goesOn && !nextPack);
        }
    }

    /// <summary>
    /// By hand nothing is given that was not asked for: nothing that needs a bay's number, and doors only where
    /// there is no hoist.
    /// </summary>
    private bool IsByHand(Drive given, Drive asked) => given == Drive.None || (given == asked
        && asked is not (Drive.Stow or Drive.Fetch) && (asked != Drive.OpenDoor || !_hoist));

    private static bool IsStopped(Phase from, Phase next, Fact seen)
    {
        bool fire = (seen & SwapCauses.Emergencies) != Fact.None;
        return fire ? next == Phase.Stopped
            : Expected.IsStep(from) || from == Phase.Maintenance ? next == Phase.Held : next == from;
    }
}
