using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The station of one life: world, lane node and two bay nodes on faulty buses and pins, city.</summary>
public sealed class LifeStation
{
    public const int PassMs = 50;

    public const int FirstBayAddress = 0x91;

    /// <summary>Coarse, so that lives are cheap: frames come in handfuls of 25 ms.</summary>
    private const int StepMs = 25;

    private readonly ReactionMeter _meter;
    private readonly List<LifeNode> _nodes = [];

    public LifeStation(LifePlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        _meter = new ReactionMeter(plan.Story.Profile.LockPoints);
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

        Pins = new FaultyLaneIo(new VirtualLaneIo(World.Lane), _meter, random.Fork());
        Lane = AddLane(plan, random);
        AddBays("bays-1", 0, 2, plan, random);
        AddBays("bays-2", 2, World.Bays.Count - 2, plan, random);
        foreach (LifeNode node in Nodes)
        {
            node.Uplink.Unreliable = plan.CityUnreliable;
        }

        Oracle = new Oracle(World, Pins, Lane.Buses[0]);
    }

    public World World { get; }

    public LifeCity City { get; } = new();

    public FaultyLaneIo Pins { get; }

    /// <summary>The lane node; its buses are the swap-pack bus and the station link.</summary>
    public LifeNode Lane { get; }

    /// <summary>The lane node first.</summary>
    public IReadOnlyList<LifeNode> Nodes => _nodes;

    public Oracle Oracle { get; }

    public ReactionMeter Meter => _meter;

    public bool CityAway { get; set; }

    public Phase Phase => Lane.Node?.Lane.Phase ?? Phase.Idle;

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < PassMs; passed += StepMs)
        {
            World.Step(StepMs);
        }

        Pins.Advance(World.NowMs);
        _meter.ByHand = Phase == Phase.Maintenance;
        foreach (LifeNode node in Nodes)
        {
            node.Uplink.Away = CityAway;
            node.Pass(World.NowMs);
        }

        Oracle.Check(Lane.Node);
    }

    /// <summary>A driver drives off only while nothing has hold of the vehicle.</summary>
    public bool LeaveEarly()
    {
        Hoist hoist = World.Lane.Hoist;
        bool free = hoist.Held is null && hoist.Raised && Phase < Phase.Gripping;
        if (free)
        {
            World.Lane.Truck.Leave(World.NowMs);
        }

        return free;
    }

    private LifeNode AddLane(LifePlan plan, Prng random)
    {
        FaultyBus swapBus = new(World.SwapBus.Connect("lane node", 256), random.Fork());
        FaultyBus link = new(World.StationLink.Connect("lane node"), random.Fork());
        NodeSettings settings = Settings("lane-1", FirstBayAddress - 1);
        settings.Lane = 1;
        settings.Profile = plan.Story.Profile;
        settings.Vehicles = [plan.Story.KnownVehicle];
        NodePorts ports = new() { Link = link, Lane = Pins, PackBus = swapBus };
        LifeNode node = new(settings, ports, [swapBus, link], City, random, () =>
        {
            World.Lane.Drives = Drive.None;
            World.Lane.Bay = 0;
            _meter.Reset();
        });
        _nodes.Add(node);
        return node;
    }

    private void AddBays(string name, int first, int count, LifePlan plan, Prng random)
    {
        SwapBay[] bays = [.. World.Bays.Skip(first).Take(count)];
        FaultyBus[] chargers = [.. bays.Select(bay => new FaultyBus(bay.Bus.Connect("bay node", 256), random.Fork()))];
        FaultyBus link = new(World.StationLink.Connect("bay node"), random.Fork());
        NodeSettings settings = Settings(name, FirstBayAddress + Nodes.Count - 1);
        settings.Bays = [.. bays.Select(bay => bay.Number)];
        settings.Interfaces = [.. bays.Select(_ => plan.Story.Profile.InterfaceId)];
        NodePorts ports = new() { Link = link, Bays = new VirtualBayIo(bays), ChargerBuses = chargers };
        _nodes.Add(new LifeNode(settings, ports, [.. chargers, link], City, random, () =>
        {
            foreach (SwapBay bay in bays)
            {
                bay.ChargePermitted = false;
            }
        }));
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
