using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One seeded life of a station: vehicles come, things go wrong for a while, then all faults are gone and a willing
/// person brings the lane back to idle.
/// </summary>
public sealed class Life
{
    /// <summary>How long the willing person may take.</summary>
    private const int RecoveryLimitMs = 8 * 60_000;

    private const int SettleLimitMs = 3 * 60_000;

    private readonly ulong _seed;
    private readonly LifePlan _plan;
    private readonly LifeStation _station;
    private readonly Attendant _person;
    private readonly Dictionary<string, int> _mishaps = new(StringComparer.Ordinal);
    private readonly List<LifeEvent> _waiting;
    private readonly List<LifeEvent> _running = [];
    private TraceRecorder? _recorder;
    private Pack? _came;
    private TruckStage _stage;
    private bool _heldSeen;
    private int _completed;
    private int _putBack;
    private int _held;
    private bool _returned;

    private Life(ulong seed)
    {
        _seed = seed;
        Prng random = new(seed);
        _plan = LifePlan.Of(random.Fork());
        _station = new LifeStation(_plan, random.Fork());
        _person = new Attendant(_station, _plan.AttendantMs);
        _waiting = [.. _plan.Events.OrderBy(each => each.AtMs)];
    }

    /// <param name="seed">Everything in it follows from it.</param>
    /// <param name="trace">Where the lane's trace goes; null: none is kept.</param>
    public static LifeResult Run(ulong seed, TextWriter? trace = null)
    {
        Life life = new(seed);
        if (trace is not null)
        {
            life._recorder = new TraceRecorder(trace, TraceHeader.Of(life._plan.Story.Profile, seed));
        }

        return life.Run();
    }

    private LifeResult Run()
    {
        _station.CityAway = _plan.CityAway;
        while (_station.World.NowMs < _plan.LastsMs)
        {
            Happen();
            _person.Attend();
            Pass();
        }

        EndAll();
        bool idle = Recover();
        Settle();
        _recorder?.End();
        return Result(idle ? null : _station.Phase);
    }

    /// <summary>Begins and ends mishaps that are due.</summary>
    private void Happen()
    {
        long nowMs = _station.World.NowMs;
        while (_waiting.Count > 0 && _waiting[0].AtMs <= nowMs)
        {
            LifeEvent begins = _waiting[0];
            _waiting.RemoveAt(0);
            if (begins.Mishap.Begin(_station, begins.Detail))
            {
                _running.Add(begins);
                _mishaps[begins.Mishap.Name] = _mishaps.GetValueOrDefault(begins.Mishap.Name) + 1;
            }
        }

        foreach (LifeEvent ends in _running.Where(each => each.UntilMs <= nowMs).ToArray())
        {
            ends.Mishap.End(_station, ends.Detail);
            _running.Remove(ends);
        }

        if (_plan.Returns && !_returned && _station.World.Lane.Truck.Stage == TruckStage.Gone
            && _station.Phase == Phase.Idle)
        {
            _returned = true;
            _station.World.Lane.Truck.Return(nowMs);
        }
    }

    private void EndAll()
    {
        foreach (LifeEvent ends in _running)
        {
            ends.Mishap.End(_station, ends.Detail);
        }

        _running.Clear();
        _station.Pins.RepairAll();
        _station.CityAway = false;
        foreach (LifeNode node in _station.Nodes)
        {
            node.Store.CutAfter = null;
            node.Uplink.Unreliable = false;
        }
    }

    private bool Recover()
    {
        long sinceMs = _station.World.NowMs;
        while (_station.World.NowMs - sinceMs < RecoveryLimitMs)
        {
            _person.Recover(sinceMs);
            Pass();
            bool gone = _station.World.Lane.Truck.Stage is TruckStage.Gone or TruckStage.Away;
            if (gone && _station.Lane.Node is not null && _station.Phase == Phase.Idle)
            {
                return true;
            }
        }

        return false;
    }

    private void Settle()
    {
        long endMs = _station.World.NowMs + SettleLimitMs;
        while (!_station.Nodes.All(node => node.Settled) && _station.World.NowMs < endMs)
        {
            Pass();
        }
    }

    private void Pass()
    {
        _station.Pass();
        if (_station.Lane.Node is { } node)
        {
            _recorder?.Sample(node.Lane, _station.Lane.Starts, _station.World.NowMs);
        }

        Count();
    }

    /// <summary>What became of each visit, as the world has it.</summary>
    private void Count()
    {
        Truck truck = _station.World.Lane.Truck;
        bool held = _station.Phase is Phase.Held or Phase.Stopped;
        _held += held && !_heldSeen ? 1 : 0;
        _heldSeen = held || (_heldSeen && truck.Present);
        if (truck.Stage == _stage)
        {
            return;
        }

        _stage = truck.Stage;
        if (_stage == TruckStage.RollingIn)
        {
            _came = truck.Seat.Pack;
        }
        else if (_stage == TruckStage.Gone)
        {
            bool other = truck.Seat.Pack is { } pack && !ReferenceEquals(pack, _came);
            _completed += other ? 1 : 0;
            _putBack += ReferenceEquals(truck.Seat.Pack, _came) ? 1 : 0;
        }
    }

    private LifeResult Result(Phase? stuckIn) => new()
    {
        Seed = _seed,
        VirtualMs = _station.World.NowMs,
        Completed = _completed,
        PutBack = _putBack,
        Held = _held,
        Restarts = _station.Nodes.Sum(node => node.Starts - 1),
        Mishaps = _mishaps,
        Events = _station.City.Events,
        Lost = _station.Nodes.Sum(Lost) + _station.City.Damaged,
        Duplicated = _station.City.Duplicated,
        StuckIn = stuckIn,
        Unsafe = _station.Oracle.First,
        UnsafeMs = _station.Oracle.FirstMs,
        UnsafeWrong = _station.Oracle.FirstWrong,
        Reaction = _station.Meter.Worst,
        ReactionOf = _station.Meter.WorstOf,
        Reactions = _station.Meter.Counted,
    };

    private long Lost(LifeNode node) => node.Stored.Sum(journal =>
        (long)journal.Value - (long)Math.Min(_station.City.Through(journal.Key), journal.Value));
}
