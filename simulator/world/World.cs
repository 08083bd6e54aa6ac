namespace SwapEdge.Simulator;

/// <summary>
/// Everything outside the controllers: the lanes with the vehicles that come, the bays, the buses. It moves in steps of
/// <see cref="StepMs"/> milliseconds of virtual time and draws every chance from one seed.
/// </summary>
public sealed class World
{
    public const int StepMs = 5;

    /// <summary>Distance between two packs of one vehicle.</summary>
    private const double PackPitchM = 1.3;

    /// <summary>A second lane is on the other side of the bays, with a hoist of its own.</summary>
    private const double OtherSideM = 22;

    private const int RowOfBays = 4;

    private readonly WorldPlan _plan;
    private readonly Prng _random;
    private readonly SwapLane[] _lanes;
    private readonly SwapBay[] _bays;
    private readonly HashSet<Pack> _leaking = [];
    private bool _saltAir;
    private long _lookedMs;

    /// <param name="plan">What stands where, and who comes.</param>
    /// <param name="random">The run's seed.</param>
    public World(WorldPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        _plan = plan;
        _random = random;
        Weather = new Weather(plan.Weather, plan.AmbientC, plan.BeginsMs);
        AmbientC = Weather.At(0);
        _bays = [.. plan.Bays.Select((stored, index) => BuildBay(index + 1, stored))];
        _lanes = [.. plan.Visits.Select((visit, index) => BuildLane(index, visit))];
        Forecourt = new Forecourt(Lanes);
        foreach (VisitPlan visit in plan.Later)
        {
            Expect(visit);
        }
    }

    public long NowMs { get; private set; }

    public Weather Weather { get; }

    /// <summary>Of the air, °C; looked up once a second.</summary>
    public double AmbientC { get; private set; }

    /// <summary>There is salt in the air: the insulation of every pack that is here or comes declines.</summary>
    public bool SaltAir
    {
        get => _saltAir;
        set
        {
            _saltAir = value;
            foreach (Pack pack in Packs)
            {
                Decline(pack);
            }
        }
    }

    /// <summary>Every pack that a seat has.</summary>
    public IEnumerable<Pack> Packs => Lanes.SelectMany(lane => lane.Truck.Positions).Select(at => at.Seat)
        .Concat(Bays.Select(bay => bay.Seat)).Select(seat => seat.Pack).OfType<Pack>();

    public IReadOnlyList<SwapLane> Lanes => _lanes;

    /// <summary>The first, and mostly the only one.</summary>
    public SwapLane Lane => Lanes[0];

    public IReadOnlyList<SwapBay> Bays => _bays;

    /// <summary>Who is to come, who waits before a lane, and what became of those who were served.</summary>
    public Forecourt Forecourt { get; }

    /// <summary>The bus of the first lane.</summary>
    public Wire SwapBus => Lane.Bus;

    /// <summary>The bus between the nodes of the station.</summary>
    public Wire StationLink { get; } = new("station link");

    /// <summary>A vehicle comes at its time, now if that is over, and waits before its lane until it is free.</summary>
    public void Expect(VisitPlan visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        Forecourt.Expect(visit, [.. visit.Packs.Select(BuildPack)]);
    }

    /// <summary>A forklift brings a pack to a bay, or takes away what stands there.</summary>
    public void Put(int bay, PackPlan? stored)
    {
        Seat seat = Bays[bay - 1].Seat;
        seat.Pack = stored is null ? null : BuildPack(stored);
        seat.PackHeightM = 0;
    }

    /// <summary>One step of virtual time.</summary>
    public void Step() => Step(StepMs);

    /// <summary>One step of another length: coarser is cheaper, and frames arrive in bigger handfuls.</summary>
    public void Step(int milliseconds)
    {
        NowMs += milliseconds;
        if (NowMs - _lookedMs >= 1_000)
        {
            _lookedMs = NowMs;
            AmbientC = Weather.At(NowMs);
        }

        Forecourt.Advance(NowMs);
        foreach (SwapLane lane in _lanes)
        {
            lane.Advance(NowMs, milliseconds, AmbientC);
        }

        foreach (SwapBay bay in _bays)
        {
            bay.Advance(NowMs, milliseconds, AmbientC);
        }

        foreach (SwapLane lane in _lanes)
        {
            lane.Bus.Advance(NowMs);
        }

        StationLink.Advance(NowMs);
    }

    private SwapLane BuildLane(int index, VisitPlan visit)
    {
        double pressM = _plan.Platform?.PressM ?? _plan.Hoist.PressM;
        double heightM = _plan.Platform is null ? 1.60 : 0.90;
        PackPosition[] positions = [.. visit.Packs.Select((pack, place) => new PackPosition(
            new Seat($"vehicle {place + 1}", (index * OtherSideM) - (place * PackPitchM), heightM)
            {
                Pack = BuildPack(pack),
                PackHeightM = -pressM,
            },
            new SwapLock(visit.Truck.LockPoints, _plan.Lock))
        {
            MatedAtM = -pressM,
        })];
        Seat[] seats = [.. positions.Select(position => position.Seat)];
        Seat[] bays = [.. Bays.Select(bay => bay.Seat)];
        IPackCarrier carrier = _plan.Platform is { } platform
            ? new Platform(platform, seats[0], bays)
            : new Hoist(_plan.Hoist, seats, bays);
        return new SwapLane(new Truck(visit.Truck, positions), carrier, visit.Truck.SaysLock);
    }

    /// <summary>
    /// Bays stand in rows of four, or in stacks, and the farthest of many is no farther than the fourth of four: ways
    /// across rows and up stacks are made part of the one way that a carrier has.
    /// </summary>
    private SwapBay BuildBay(int number, PackPlan? stored)
    {
        int count = _plan.Bays.Count;
        double along = count <= RowOfBays ? number : 1 + ((number - 1) * (RowOfBays - 1.0) / (count - 1));
        Seat seat = new($"bay {number}", 3.5 + (2.4 * along), 0.95);
        if (stored is not null)
        {
            seat.Pack = BuildPack(stored);
        }

        return new SwapBay(number, seat, _plan.Charger);
    }

    private Pack BuildPack(PackPlan stored)
    {
        PackIdentity identity = stored.Code is null ? PackIdentity.Numbered(stored.Serial) : new(stored.Code);
        Pack pack = new(identity, _plan.Pack, stored.Soc, stored.TemperatureC, _random.Fork(), stored.Health);
        Decline(pack);
        return pack;
    }

    /// <summary>Salt gets at a pack, under a seal that leaks, or no longer does.</summary>
    public void Salt(Pack pack, bool on)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (on)
        {
            _leaking.Add(pack);
        }
        else
        {
            _leaking.Remove(pack);
        }

        Decline(pack);
    }

    private void Decline(Pack pack)
    {
        pack.InsulationHalvesMs = _saltAir || _leaking.Contains(pack) ? _plan.Weather.InsulationHalvesMs : 0;
        pack.InsulationLeastKohm = _plan.Weather.InsulationLeastOhm / 1_000;
    }
}
