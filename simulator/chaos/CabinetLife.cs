using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One seeded life of a cabinet: customers who do anything come one after another, things go wrong for a while, then
/// all faults are gone and a technician brings the cabinet back to idle.
/// </summary>
internal sealed class CabinetLife
{
    private const int RecoveryLimitMs = 8 * 60_000;
    private const int SettleLimitMs = 3 * 60_000;
    private const int MostCustomers = 3;
    public const string Stranger = "CARD-0000";

    private static readonly Phase[] Phases =
    [
        Phase.Choosing, Phase.Admitting, Phase.Admitting, Phase.Inserting, Phase.Accepting, Phase.Dispensing,
        Phase.Dispensing, Phase.Taking, Phase.GivingBack,
    ];

    private readonly ulong _seed;
    private readonly Prng _random;
    private readonly CabinetPlan _plan;
    private readonly CabinetLifeStation _station;
    private readonly LifeEvents<CabinetLifeStation> _events;
    private readonly int _lastsMs;
    private readonly bool _cityAway;
    private int _customers = 1;
    private int _completed;
    private int _putBack;
    private int _held;
    private bool _heldSeen;
    private bool _counted;

    /// <param name="seed">By which the life is known.</param>
    /// <param name="random">The seed's chance.</param>
    /// <param name="recorder">Records what its nodes are given and give; null: nobody does.</param>
    public CabinetLife(ulong seed, Prng random, RunRecorder? recorder)
    {
        _seed = seed;
        _random = random.Fork();
        _lastsMs = _random.Between(90_000, 200_000);
        CabinetPlan plan = CabinetPlan.Demonstration(_random.Fork());
        _plan = plan with
        {
            ArrivesMs = _random.Between(20_000, 30_000),
            Mistake = Mistake(),
            Doors = [.. plan.Doors.Select(door => door is null || _random.Between(0, 4) > 0
                ? door
                : door with { Soc = _random.Between(0.93, 0.99), TemperatureC = _random.Between(20.0, 40.0) })],
        };
        _station = new CabinetLifeStation(_plan, [_plan.Card], random.Fork());
        _station.World.Technician.ComesAfterMs = _random.Between(2_000, 20_000);
        _station.Network.Unreliable = _random.Between(0, 1) == 0;
        _cityAway = _random.Between(0, 4) == 0;
        _events = new LifeEvents<CabinetLifeStation>(
            _station, () => _station.Phase, LifePlan.Draw(CabinetMishaps.All, Phases, _random, _lastsMs));
        _station.Node.Recorder = recorder?.Add(_station.Node.Name);
    }

    public LifeResult Run()
    {
        _station.Network.Away = _cityAway;
        while (_station.World.NowMs < _lastsMs)
        {
            _events.Advance(_station.World.NowMs);
            Expect();
            Pass();
        }

        _events.EndAll();
        _station.Network.Mend();
        _station.Node.Mend(_station.World.NowMs);
        bool rests = Recover();
        long endMs = _station.World.NowMs + SettleLimitMs;
        while (_station.World.NowMs < endMs && !_station.Node.IsDoneWith(_station.City))
        {
            Pass();
        }

        return Result(rests ? null : _station.Phase);
    }

    /// <summary>The next customer comes a while after the last one has gone.</summary>
    private void Expect()
    {
        if (_customers < MostCustomers && _station.World.Customer.Gone)
        {
            _customers++;
            _counted = false;
            CabinetPlan plan = _plan with
            {
                Card = _random.Between(0, 9) == 0 ? Stranger : _plan.Card,
                ArrivesMs = _station.World.NowMs + _random.Between(1_000, 15_000),
                Mistake = Mistake(),
                Brought = new PackPlan(
                    _plan.Brought.Serial + (50 * _customers), _random.Between(0.06, 0.3), _random.Between(20.0, 36.0)),
            };
            _station.World.Expect(plan, _random.Fork());
        }
    }

    private CabinetMistake Mistake() =>
        _random.Between(0, 1) == 0 ? CabinetMistake.None : (CabinetMistake)_random.Between(1, 5);

    private bool Recover()
    {
        long sinceMs = _station.World.NowMs;
        while (!_station.Rests && _station.World.NowMs - sinceMs < RecoveryLimitMs)
        {
            bool stands = _station.Phase is Phase.Held or Phase.Stopped or Phase.OutOfService;
            bool left = _station.Phase == Phase.Idle && _station.World.Doors.Any(door => !door.Latched);
            _station.World.Technician.Wanted = stands || left;
            Pass();
        }

        _station.World.Technician.Wanted = false;
        return _station.Rests;
    }

    private void Pass()
    {
        _station.Pass();
        CabinetCustomer customer = _station.World.Customer;
        bool held = _station.Phase is Phase.Held or Phase.Stopped;
        _held += held && !_heldSeen ? 1 : 0;
        _heldSeen = held || (_heldSeen && customer.Present);
        if (customer.Gone && !_counted)
        {
            _counted = true;
            _completed += customer.Hand is not null && !ReferenceEquals(customer.Hand, customer.Brought) ? 1 : 0;
            _putBack += ReferenceEquals(customer.Hand, customer.Brought) ? 1 : 0;
        }
    }

    private LifeResult Result(Phase? stuckIn)
    {
        ReactionTally reactions = new();
        foreach (ReactionTally tally in _station.Pins.Tallies)
        {
            reactions.Add(tally);
        }

        return new LifeResult
        {
            Seed = _seed,
            Kind = LifeKind.Cabinet,
            VirtualMs = _station.World.NowMs,
            Completed = _completed,
            PutBack = _putBack,
            Held = _held,
            Restarts = _station.Node.Starts - 1,
            Mishaps = _events.Begun,
            NetworkFaults = _station.Network.Faults,
            Events = _station.City.Events,
            Lost = _station.Node.Truth.LostTo(_station.City) + _station.City.Damaged,
            Duplicated = _station.City.Duplicated,
            Altered = _station.Node.Truth.AlteredIn(_station.City),
            OutOfOrder = _station.Node.Truth.OutOfOrderIn(_station.City),
            Blocks = _station.City.Telemetry.Blocks,
            LostBlocks = _station.Node.Telemetry.LostTo(_station.City.Telemetry),
            AlteredBlocks = _station.Node.Telemetry.AlteredIn(_station.City.Telemetry)
                + _station.City.Telemetry.Duplicated,
            Commands = _station.Node.Orders.Sent.Count,
            Forged = _station.Node.Orders.Forged,
            Unanswered = _station.Node.Orders.Open.Count() + _station.Node.Orders.Contradicted,
            Aimed = _station.Node.Orders.Aimed,
            Usurped = _station.Node.Orders.WrongIn(_station.Node.Truth.EventsIn(_station.City)),
            Exceeded = _station.Node.Power.Exceeded,
            Misdated = _station.Node.Misdated,
            StuckIn = stuckIn,
            Unsafe = _station.Oracle.Judgement.First,
            UnsafeMs = _station.Oracle.Judgement.FirstMs,
            UnsafeWrong = _station.Oracle.Judgement.FirstWrong,
            Reactions = reactions,
        };
    }
}
