using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The station of one life: world, lane nodes and bay nodes on faulty buses and pins, city.</summary>
public sealed class LifeStation
{
    public const int PassMs = 50;

    public const int FirstBayAddress = 0x91;

    private const int BaysOfNode = 2;

    /// <summary>Coarse, so that lives are cheap: frames come in handfuls of 25 ms.</summary>
    private const int StepMs = 25;

    /// <summary>Two passes and a step of the world.</summary>
    private const int NoticedMs = 150;

    private readonly List<LifeNode> _nodes = [];
    private readonly List<LifeLane> _lanes = [];
    private readonly List<BayReactions> _bayPins = [];
    private readonly LifePlan _plan;

    public LifeStation(LifePlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        _plan = plan;
        World = new World(plan.World, random.Fork());
        foreach ((int place, int insulationKohm, int alarmLevel) in plan.Packs)
        {
            Pack? pack = place == 0 ? World.Lane.Truck.Seat.Pack
                : World.Bays.ElementAtOrDefault(place - 1)?.Seat.Pack;
            if (pack is not null)
            {
                pack.InsulationKohm = insulationKohm;
                pack.AlarmLevel = alarmLevel;
            }
        }

        foreach (SwapLane lane in World.Lanes)
        {
            AddLane(lane, random);
        }

        for (int first = 0; first < World.Bays.Count; first += BaysOfNode)
        {
            AddBays(first, random);
        }

        Network.Unreliable = plan.CityUnreliable;
    }

    public World World { get; }

    public LifeNetwork Network { get; } = new(new MemoryListener());

    public LifeCity City => Network.City;

    public IReadOnlyList<LifeLane> Lanes => _lanes;

    /// <summary>The first lane's.</summary>
    public FaultyLaneIo Pins => Lanes[0].Pins;

    public LifeNode Lane => Lanes[0].Node;

    public Oracle Oracle => Lanes[0].Oracle;

    public Phase Phase => Lanes[0].Phase;

    /// <summary>Lane nodes first.</summary>
    public IReadOnlyList<LifeNode> Nodes => _nodes;

    public IReadOnlyList<LifeNode> BayNodes => _nodes[_lanes.Count..];

    public IEnumerable<ReactionTally> Reactions =>
        [.. _lanes.Select(lane => lane.Reactions.Meter.Tally), .. _bayPins.SelectMany(bay => bay.Tallies)];

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < PassMs; passed += StepMs)
        {
            World.Step(StepMs);
        }

        foreach (LifeLane lane in _lanes)
        {
            lane.Advance(World.NowMs);
        }

        foreach (LifeNode node in _nodes)
        {
            node.Pass(World.NowMs);
        }

        Network.Pass(World.NowMs);

        foreach (LifeLane lane in _lanes)
        {
            lane.Oracle.Check(lane.Node.Node);
        }

        CheckLanes();
        CheckChargers();
    }

    /// <summary>Every pack, wherever it is.</summary>
    public void EveryPack(Action<Pack> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Oracle.Packs(World, []).ForEach(change);
    }

    /// <summary>No two lanes have one bay, and none works in another's.</summary>
    private void CheckLanes()
    {
        for (int i = 1; i < _lanes.Count; i++)
        {
            Firmware.Lane? one = _lanes[0].Node.Node?.Lane;
            Firmware.Lane? other = _lanes[i].Node.Node?.Lane;
            bool works = _lanes[0].World.Bay != 0 && _lanes[0].World.Bay == _lanes[i].World.Bay;
            bool holds = one is not null && other is not null && Held(one).Intersect(Held(other)).Any();
            _lanes[i].Oracle.Judgement.Take(Unsafe.TwoLanesInOneBay, works || holds, 0);
        }
    }

    /// <summary>
    /// No charger gives power for longer than its node may be deaf. A node that has just permitted has had no time to
    /// hear; its contactor cannot close as fast.
    /// </summary>
    private void CheckChargers()
    {
        bool unheard = false;
        for (int i = 0; i < World.Bays.Count; i++)
        {
            SwapBay bay = World.Bays[i];
            FaultyBus bus = BayNodes[i / BaysOfNode].Buses[i % BaysOfNode];
            unheard |= bay.ChargePermitted && bay.Charger.ContactorClosed
                && World.NowMs - bus.HeardMs > ChargerEar.SilentMs;
        }

        Oracle.Judgement.Take(Unsafe.ChargingUnheard, unheard, NoticedMs);
    }

    private IEnumerable<int> Held(Firmware.Lane lane)
    {
        if (lane.Bays.HoldsStore(World.NowMs))
        {
            yield return lane.Bays.StoreBay;
        }

        if (lane.Bays.HoldsTake(World.NowMs))
        {
            yield return lane.Bays.TakeBay;
        }
    }

    private void AddLane(SwapLane world, Prng random)
    {
        LifeLane lane = new(World, world, _plan.Story.Profile, _plan.IsolationBay, random);
        NodeSettings settings = Settings($"lane-{_lanes.Count + 1}", FirstBayAddress - 1 - _lanes.Count);
        settings.Lane = _lanes.Count + 1;
        settings.Profile = _plan.Story.Profile;
        settings.Vehicles = [_plan.Story.KnownVehicle];
        LanePorts ports = new() { Link = lane.Link, Lane = lane.Pins, PackBus = lane.PackBus };
        lane.Node = new LifeNode(settings, ports, [lane.PackBus, lane.Link], Network, random, lane.Unpower);
        _lanes.Add(lane);
        _nodes.Add(lane.Node);
    }

    private void AddBays(int first, Prng random)
    {
        SwapBay[] bays = [.. World.Bays.Skip(first).Take(BaysOfNode)];
        FaultyBus[] chargers = [.. bays.Select(bay => new FaultyBus(bay.Bus.Connect("bay node", 256), random.Fork()))];
        FaultyBus link = new(World.StationLink.Connect("bay node"), random.Fork());
        int number = 1 + (first / BaysOfNode);
        NodeSettings settings = Settings($"bays-{number}", FirstBayAddress + number - 1);
        settings.Bays = [.. bays.Select(bay => bay.Number)];
        settings.Interfaces = [.. bays.Select(_ => _plan.Story.Profile.InterfaceId)];
        settings.ChargerW = LifeOrders.ChargerW;
        settings.IsolationBays = [.. settings.Bays.Where(bay => bay == _plan.IsolationBay)];
        BayReactions pins = new(new VirtualBayIo(bays), bays.Length);
        BayPorts ports = new() { Link = link, Bays = pins, ChargerBuses = chargers };
        _bayPins.Add(pins);
        LifeNode node = new(settings, ports, [.. chargers, link], Network, random, () =>
        {
            Array.ForEach(bays, bay => bay.ChargePermitted = false);
            pins.Reset();
        });
        node.Permitted = place => bays[place].ChargePermitted;
        _nodes.Add(node);
    }

    private static NodeSettings Settings(string name, int address) => new()
    {
        City = "chaos",
        Station = "life",
        Node = name,
        Board = "virtual",
        LinkAddress = address,
    };
}
