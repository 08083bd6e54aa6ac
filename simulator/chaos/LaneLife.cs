using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One seeded life of a station with lanes: vehicles come, things go wrong for a while, then all faults are gone and a
/// willing person at each lane brings it back to idle.
/// </summary>
internal sealed class LaneLife
{
    /// <summary>How long the willing person may take.</summary>
    private const int RecoveryLimitMs = 8 * 60_000;

    private const int SettleLimitMs = 3 * 60_000;

    private readonly ulong _seed;
    private readonly LifeKind _kind;
    private readonly LifePlan _plan;
    private readonly LifeStation _station;
    private readonly Attendant[] _people;
    private readonly LifeVisits[] _visits;
    private readonly LifeEvents<LifeStation> _events;
    private readonly DeafAdapter _deaf;
    private bool _returned;

    /// <param name="seed">By which the life is known.</param>
    /// <param name="kind">What lives.</param>
    /// <param name="random">The seed's chance.</param>
    /// <param name="recorder">Records what its nodes are given and give; null: nobody does.</param>
    public LaneLife(ulong seed, LifeKind kind, Prng random, RunRecorder? recorder)
    {
        _seed = seed;
        _kind = kind;
        _plan = LifePlan.Of(kind, random.Fork());
        _station = new LifeStation(_plan, random.Fork());
        _deaf = new DeafAdapter(seed, _plan.LastsMs, _station);
        _people = [.. _station.Lanes.Select(lane => new Attendant(_station.World, lane, _plan.AttendantMs))];
        _visits = [.. _station.Lanes.Select(lane => new LifeVisits(lane))];
        _events = new LifeEvents<LifeStation>(_station, () => _station.Phase, _plan.Events);
        foreach (LifeNode node in _station.Nodes)
        {
            node.Recorder = recorder?.Add(node.Name);
        }
    }

    public LifeResult Run()
    {
        _station.Network.Away = _plan.CityAway;
        while (_station.World.NowMs < _plan.LastsMs)
        {
            _events.Advance(_station.World.NowMs);
            _deaf.Advance(_station.World.NowMs);
            Return();
            Array.ForEach(_people, person => person.Attend());
            Pass();
        }

        _events.EndAll();
        _deaf.Mend();
        foreach (LifeLane lane in _station.Lanes)
        {
            lane.Pins.RepairAll();
        }

        _station.Network.Mend();
        foreach (LifeNode node in _station.Nodes)
        {
            node.Mend(_station.World.NowMs);
        }

        LifeLane? stuck = Recover();
        Settle();
        return Result(stuck?.Phase);
    }

    /// <summary>The first truck comes a second time.</summary>
    private void Return()
    {
        if (_plan.Returns && !_returned && _station.World.Lane.Truck.Stage == TruckStage.Gone
            && _station.Phase == Phase.Idle)
        {
            _returned = true;
            _station.World.Lane.Truck.Return(_station.World.NowMs);
        }
    }

    /// <summary>The lane that does not become idle; null: all do.</summary>
    private LifeLane? Recover()
    {
        long sinceMs = _station.World.NowMs;
        LifeLane? busy = _station.Lanes[0];
        while (busy is not null && _station.World.NowMs - sinceMs < RecoveryLimitMs)
        {
            Array.ForEach(_people, person => person.Recover(sinceMs));
            Pass();
            busy = _station.Lanes.FirstOrDefault(lane => !lane.Rests);
        }

        return busy;
    }

    private void Settle()
    {
        long endMs = _station.World.NowMs + SettleLimitMs;
        while (!_station.Nodes.All(node => node.IsDoneWith(_station.City)) && _station.World.NowMs < endMs)
        {
            Pass();
        }
    }

    private void Pass()
    {
        _station.Pass();
        Array.ForEach(_visits, visits => visits.Count());
    }

    private LifeResult Result(Phase? stuckIn)
    {
        ReactionTally reactions = new();
        foreach (ReactionTally tally in _station.Reactions)
        {
            reactions.Add(tally);
        }

        Judgement judge = _station.Lanes.Select(lane => lane.Oracle.Judgement)
            .Where(judgement => judgement.First != Unsafe.None)
            .MinBy(judgement => judgement.FirstMs) ?? _station.Oracle.Judgement;
        return new LifeResult
        {
            Seed = _seed,
            Kind = _kind,
            VirtualMs = _station.World.NowMs,
            Completed = _visits.Sum(visits => visits.Completed),
            PutBack = _visits.Sum(visits => visits.PutBack),
            Held = _visits.Sum(visits => visits.Held),
            Restarts = _station.Nodes.Sum(node => node.Starts - 1),
            Mishaps = _events.Begun,
            NetworkFaults = _station.Network.Faults,
            Events = _station.City.Events,
            Lost = _station.Nodes.Sum(node => node.Truth.LostTo(_station.City)) + _station.City.Damaged,
            Duplicated = _station.City.Duplicated,
            Altered = _station.Nodes.Sum(node => node.Truth.AlteredIn(_station.City)),
            OutOfOrder = _station.Nodes.Sum(node => node.Truth.OutOfOrderIn(_station.City)),
            Blocks = _station.City.Telemetry.Blocks,
            LostBlocks = _station.Nodes.Sum(node => node.Telemetry.LostTo(_station.City.Telemetry)),
            AlteredBlocks = _station.Nodes.Sum(node => node.Telemetry.AlteredIn(_station.City.Telemetry))
                + _station.City.Telemetry.Duplicated,
            Commands = _station.Nodes.Sum(node => node.Orders.Sent.Count),
            Forged = _station.Nodes.Sum(node => node.Orders.Forged),
            Unanswered = _station.Nodes.Sum(node => node.Orders.Open.Count() + node.Orders.Contradicted),
            Aimed = _station.Nodes.Sum(node => node.Orders.Aimed),
            Usurped = _station.Nodes.Sum(node => node.Orders.WrongIn(node.Truth.EventsIn(_station.City))),
            Exceeded = _station.Nodes.Sum(node => node.Power.Exceeded),
            Misdated = _station.Nodes.Sum(node => node.Misdated),
            StuckIn = stuckIn,
            Unsafe = judge.First,
            UnsafeMs = judge.FirstMs,
            UnsafeWrong = judge.FirstWrong,
            Reactions = reactions,
        };
    }
}
