using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Breadth first over everything that a table and the world around it can come to: first with all sensors right, then
/// with one wrong, then with two. A spot that is reached with fewer wrong sensors is not looked at again with more.
/// </summary>
public sealed class Explorer
{
    /// <summary>A restart, in place of the index of a view.</summary>
    public const int Restart = 0xFFFF;

    private readonly SwapTable _table;
    private readonly IPlantModel _model;
    private readonly IExplorerWatch _watch;
    private readonly Views _views;
    private readonly int _most;
    private readonly SwapState _now = new();
    private readonly List<int> _plants = [];
    private readonly List<List<(Spot Spot, int Parent, int Via)>>[] _waiting;

    /// <param name="table">The machine.</param>
    /// <param name="model">The world.</param>
    /// <param name="views">What the one may see of the other.</param>
    /// <param name="most">How many sensors may be wrong.</param>
    /// <param name="watch">Told of every step.</param>
    public Explorer(SwapTable table, IPlantModel model, Views views, int most, IExplorerWatch watch)
    {
        _table = table;
        _model = model;
        _views = views;
        _most = most;
        _watch = watch;
        _waiting = [.. Enumerable.Range(0, WrongSet.Most + 1).Select(_ => new List<List<(Spot, int, int)>>())];
    }

    public SpotSet Spots { get; } = new();

    public long Transitions { get; private set; }

    /// <summary>What the last step asked for and came to; of use to the watch while it is told.</summary>
    public SwapOutput Output { get; } = new();

    public SwapState Next { get; } = new();

    /// <summary>Explores until there is nothing new, or until the watch has seen enough.</summary>
    public void Run()
    {
        Spot start = new() { Phase = Phase.Idle, Pack = 1, StoredIdle = true, StoredPack = 1, Plant = _model.Start };
        Wait(start, 0, -1, 0);
        for (int wrong = 0; wrong <= _most; wrong++)
        {
            List<List<(Spot Spot, int Parent, int Via)>> byDepth = _waiting[wrong];
            for (int depth = 0; depth < byDepth.Count; depth++)
            {
                foreach ((Spot spot, int parent, int via) in byDepth[depth])
                {
                    if (IsNew(spot) && Spots.Add(spot, parent, via))
                    {
                        Expand(Spots.Count - 1, depth);
                        if (_watch.HasEnough)
                        {
                            return;
                        }
                    }
                }

                byDepth[depth] = [];
            }
        }
    }

    public IReadOnlyList<View> ViewsOf(Spot spot) => _views.Of(spot.Phase, spot.Plant);

    /// <summary>Where a spot may come to by the pass after the last step.</summary>
    public void Follow(Spot spot, bool helped, ICollection<Spot> into)
    {
        Spot then = Then(spot);
        if (Output.Row >= 0)
        {
            into.Add(then with { Plant = _model.Entered(spot.Plant, spot.Phase, then.Phase) });
            return;
        }

        into.Add(then);
        if (Older(spot) is { } older)
        {
            into.Add(then with { Age = older });
        }

        if (!then.Committed)
        {
            into.Add(Commit(then));
        }

        _plants.Clear();
        if ((Output.Drives & Drive.Motion) != Drive.None || spot.Phase == Phase.Maintenance)
        {
            _model.Obey(spot.Plant, spot.Phase, Output.Drives, _plants);
        }

        if (helped)
        {
            _model.Help(spot.Plant, spot.Phase, _plants);
        }
        else
        {
            _model.Change(spot.Plant, spot.Phase, _plants);
        }

        foreach (int plant in _plants)
        {
            into.Add(then with { Plant = plant });
        }
    }

    public void Step(Spot spot, View view)
    {
        _now.Phase = spot.Phase;
        _now.EnteredMs = 0;
        _now.Retries = spot.Retries;
        _now.Pack = spot.Pack;
        _now.Aborted = spot.Aborted;
        Fact seen = view.Facts | (spot.Committed ? Fact.PhaseCommitted : Fact.None);
        SwapMachine.Step(_table, _now, seen, TimeOf(spot), Next, Output);
    }

    /// <summary>Asks for a drive by hand in the next step.</summary>
    public Drive Hand
    {
        get => _now.Hand;
        set => _now.Hand = value;
    }

    private void Expand(int index, int depth)
    {
        Spot spot = Spots[index];
        List<Spot> then = [];
        AddRestart(spot, index, depth);
        View[] views = _views.Of(spot.Phase, spot.Plant);
        foreach (Drive hand in Hands(spot.Phase))
        {
            Hand = hand;
            for (int i = 0; i < views.Length; i++)
            {
                Step(spot, views[i]);
                if (!_watch.Stepped(this, index, views[i]))
                {
                    return;
                }

                if (hand != Drive.None && (Output.Drives & Drive.Motion) == Drive.None)
                {
                    // Refused: as if nothing had been asked.
                    continue;
                }

                then.Clear();
                Follow(spot, false, then);
                foreach (WrongSet wrong in views[i].Wrong)
                {
                    if (!spot.Wrong.TryJoin(wrong, out WrongSet all) || all.Count > _most)
                    {
                        continue;
                    }

                    _watch.Taken(this, index, views[i], all.Count);
                    foreach (Spot to in then)
                    {
                        Transitions++;
                        Wait(to with { Wrong = all }, depth + 1, index, i | (int)hand << 16);
                    }
                }
            }
        }

        Hand = Drive.None;
    }

    private static IReadOnlyList<Drive> Hands(Phase phase) =>
        phase == Phase.Maintenance ? HandDrives.All : HandDrives.No;

    private void AddRestart(Spot spot, int index, int depth)
    {
        bool idle = spot.StoredIdle;
        Spot after = new()
        {
            Phase = idle ? Phase.Idle : Phase.Held,
            Pack = idle ? 1 : spot.StoredPack,
            Aborted = !idle && spot.StoredAborted,
            StoredIdle = idle,
            StoredPack = spot.StoredPack,
            StoredAborted = spot.StoredAborted,
            Plant = _model.Lost(spot.Plant, spot.Pack != spot.StoredPack, idle),
            Wrong = spot.Wrong,
        };
        Transitions++;
        Wait(after, depth + 1, index, Restart);
    }

    private void Wait(Spot spot, int depth, int parent, int via)
    {
        if (!IsNew(spot))
        {
            return;
        }

        List<List<(Spot, int, int)>> byDepth = _waiting[spot.Wrong.Count];
        while (byDepth.Count <= depth)
        {
            byDepth.Add([]);
        }

        byDepth[depth].Add((spot, parent, via));
    }

    /// <summary>Not reached yet, with these wrong sensors or with fewer of them.</summary>
    private bool IsNew(Spot spot)
    {
        WrongSet wrong = spot.Wrong;
        if (Spots.IndexOf(spot) >= 0)
        {
            return false;
        }

        return wrong.Count switch
        {
            0 => true,
            1 => Spots.IndexOf(spot.Base) < 0,
            _ => Spots.IndexOf(spot.Base) < 0
                && Spots.IndexOf(spot with { Wrong = WrongSet.Of(wrong.First) }) < 0
                && Spots.IndexOf(spot with { Wrong = WrongSet.Of(wrong.Second) }) < 0,
        };
    }

    private Spot Then(Spot spot) => spot with
    {
        Phase = Next.Phase,
        Retries = Next.Retries,
        Pack = Next.Pack,
        Aborted = Next.Aborted,
        Age = Output.Row >= 0 ? PhaseAge.Fresh : spot.Age,
        Committed = Output.Row < 0 && spot.Committed,
    };

    private static Spot Commit(Spot spot) => spot with
    {
        Committed = true,
        StoredIdle = SwapTable.IsAtRest(spot.Phase),
        StoredPack = spot.Pack,
        StoredAborted = spot.Aborted,
    };

    private PhaseAge? Older(Spot spot)
    {
        bool settles = (_views.Look(spot.Phase) & Fact.PhaseSettled) != Fact.None;
        bool expires = _table.LimitMs[(int)spot.Phase] > 0;
        return spot.Age switch
        {
            PhaseAge.Fresh when settles => PhaseAge.Settled,
            PhaseAge.Fresh or PhaseAge.Settled when expires => PhaseAge.Expired,
            _ => null,
        };
    }

    private long TimeOf(Spot spot) => spot.Age switch
    {
        PhaseAge.Settled => _table.SettleMs,
        PhaseAge.Expired => Math.Max(_table.LimitMs[(int)spot.Phase], _table.SettleMs),
        _ => 0,
    };
}
