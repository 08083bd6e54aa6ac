using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A station of lanes and bays, for trucks or for cars, as it would be built: a node for each lane and one for every
/// two bays on the station link, each with its own connection to the broker, and the city behind it. Virtual time: each
/// step moves the world, every <see cref="PassMs"/> the nodes make a pass, and time goes on when nothing is on its way
/// between nodes and city.
/// </summary>
public sealed class Station : IStation
{
    public const int PassMs = 50;

    /// <summary>Of the first lane on the station link; the second has the one before, bays those that follow.</summary>
    private const int LaneAddress = 0x90;

    /// <summary>Beside the seed of the run: who comes by an action changes nothing else.</summary>
    private const ulong ChanceOfWhoComes = 0x0A221FE5;

    private readonly StationOptions _options;
    private readonly bool _threaded;
    private readonly int _stepMs;
    private readonly Action _step;
    private readonly Func<long> _now;
    private readonly VisitPlan _usual;
    private readonly DriverParameters? _drivers;
    private readonly Prng _chance;
    private int _serial;

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="knownVehicle">The vehicle that may be served; the one that comes when left out.</param>
    /// <param name="story">Which vehicle, by which profile; the demonstration's truck when left out.</param>
    /// <param name="boards">Which nodes run on boards; none when left out.</param>
    public Station(ulong seed, string? knownVehicle = null, Story? story = null, BoardChoice? boards = null)
        : this(
            seed,
            new StationPlan { Kind = story ?? Story.Truck, Boards = boards ?? BoardChoice.Virtual },
            new StationOptions { Vehicles = knownVehicle is null ? null : [knownVehicle] })
    {
    }

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="plan">What stands there.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="guests">Who comes; null: who comes in the plan's story.</param>
    public Station(ulong seed, StationPlan plan, StationOptions options, Guests? guests = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        BoardChoice boards = options.Boards ?? plan.Boards;
        Seed = seed;
        Plan = plan;
        Profile = plan.Profile();
        _options = options with { Begins = plan.Begins, StoreBytes = plan.StoreBytes(options.StoreBytes) };
        _threaded = boards.Threaded;
        _stepMs = boards.Kinds.Count > 0 ? World.StepMs : options.StepMs;
        Prng random = new(seed);
        Network = new StationNetwork(seed, random, _options, boards.Threaded);
        WorldPlan world = StationWorlds.Lanes(plan, guests, random.Fork());
        _usual = world.Usual ?? world.Visits[0];
        _drivers = new StationParameters(plan).Drivers;
        _chance = new Prng(seed ^ ChanceOfWhoComes);
        _serial = _usual.Packs[0].Serial + StationWorlds.FirstLater;
        World = new World(world, random.Fork());
        _step = () => World.Step(_stepMs);
        _now = () => World.NowMs;
        foreach (SwapLane lane in World.Lanes)
        {
            Network.Add(LaneSettings(), OutsideOf(lane, boards.Has(NodeKind.Lane)));
        }

        for (int first = 0; first < World.Bays.Count; first += StationPlan.BaysOfNode)
        {
            SwapBay[] bays = [.. World.Bays.Skip(first).Take(StationPlan.BaysOfNode)];
            Network.Add(
                BaySettings(1 + (first / StationPlan.BaysOfNode), [.. bays.Select(bay => bay.Number)]),
                OutsideOf(bays, boards.Has(NodeKind.Bays)));
        }

        Network.OpenCity();
    }

    public ulong Seed { get; }

    public StationPlan Plan { get; }

    public Story Story => Plan.Kind;

    /// <summary>Called after each pass with the virtual time; for whoever paces a run.</summary>
    public Action<long>? Passed { get; set; }

    public World World { get; }

    public string About => Invariant($"A {Story.Kind} station: {Count(Plan.Lanes, "lane")}, ")
        + $"{Count(World.Bays.Count, "bay")}, {Count(Nodes.Count, "controller")}, an MQTT broker and the city.";

    public SwapProfile Profile { get; }

    public string Customer => World.Lane.Truck.Vin;

    public bool CustomerGone => World.Lane.Truck.Stage == TruckStage.Gone;

    public bool Deserted => World.Forecourt.Empty;

    public Phase Phase => (Lane.Live?.Role as SwapRole)?.Phase ?? Phase.Idle;

    public Fault Fault => (Lane.Live?.Role as SwapRole)?.Fault ?? Fault.None;

    public long NowMs => World.NowMs;

    public StationNetwork Network { get; }

    public ReferenceCity City => Network.City;

    public IReadOnlyList<(string Name, Wire Wire)> Wires => CanCapture.WiresOf(World);

    public IReadOnlyList<BayRow> Places =>
    [
        .. Nodes.SelectMany(node => ((node.Live?.Role as BayGroup)?.Bays ?? [])
            .Select(bay => Row(bay, node.UptimeAt(NowMs)))),
    ];

    /// <summary>The first lane's.</summary>
    public StationNode Lane => Nodes[0];

    /// <summary>Lanes first, then bays.</summary>
    public IReadOnlyList<StationNode> Nodes => Network.Nodes;

    public void Expect(Arrival arrival)
    {
        TruckPlan driven = _drivers?.Drive(_usual.Truck, _chance) ?? _usual.Truck;
        World.Expect(StationWorlds.Visit(arrival, _usual with { Truck = driven }, _serial));
        _serial += _usual.Packs.Count;
    }

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < PassMs; passed += _stepMs)
        {
            Network.Step(_step, _now);
        }

        Network.Pass(World.NowMs);
        Passed?.Invoke(World.NowMs);
    }

    public void Dispose() => Network.Dispose();

    private NodeOutside OutsideOf(SwapLane lane, bool wired)
    {
        if (wired)
        {
            return new NodeOutside(new LaneOnBench(World, lane) { Threaded = _threaded }, null) { Fall = lane.Fall };
        }

        WireEnd link = World.StationLink.Connect("lane node");
        WireEnd packs = lane.Bus.Connect("lane node", 256);
        LanePorts ports = new() { Link = link, Lane = new VirtualLaneIo(lane), PackBus = packs };
        return new NodeOutside(null, ports) { Fall = lane.Fall, Ends = [link, packs] };
    }

    private NodeOutside OutsideOf(SwapBay[] bays, bool wired)
    {
        void Fall() => Array.ForEach(bays, bay => bay.ChargePermitted = false);
        if (wired)
        {
            return new NodeOutside(new BaysOnBench(World, bays) { Threaded = _threaded }, null) { Fall = Fall };
        }

        WireEnd link = World.StationLink.Connect("bay node");
        WireEnd[] chargers = [.. bays.Select(bay => bay.Bus.Connect("bay node", 256))];
        BayPorts ports = new() { Link = link, Bays = new VirtualBayIo(bays), ChargerBuses = chargers };
        return new NodeOutside(null, ports) { Fall = Fall, Ends = [link, .. chargers] };
    }

    private NodeSettings LaneSettings()
    {
        int lane = Nodes.Count + 1;
        NodeSettings settings = Settings(Invariant($"lane-{lane}"), LaneAddress - (lane - 1));
        settings.Lane = lane;
        settings.ChargerW = 0; // chargers are the bay nodes'
        settings.Profile = Profile;
        settings.Vehicles = StationPlan.Known(_options.Vehicles, Story.KnownVehicle);
        return settings;
    }

    private NodeSettings BaySettings(int number, int[] bays)
    {
        NodeSettings settings = Settings(Invariant($"bays-{number}"), LaneAddress + number);
        settings.Bays = bays;
        settings.Interfaces = [.. bays.Select(_ => Profile.InterfaceId)];
        settings.IsolationBays = [.. bays.Where(bay => bay == Plan.IsolationBay)];
        return settings;
    }

    private NodeSettings Settings(string name, int address) => Plan.Apply(new NodeSettings
    {
        City = "demo",
        Station = $"{Story.Kind}-1",
        Node = name,
        Board = "virtual",
        LinkAddress = address,
    });

    private static string Count(int count, string what) => count switch
    {
        1 => $"one {what}",
        2 => $"two {what}s",
        3 => $"three {what}s",
        4 => $"four {what}s",
        _ => Invariant($"{count} {what}s"),
    };

    private static BayRow Row(Bay bay, long nowMs)
    {
        PackReading reading = new();
        bay.Pack.Read(nowMs, reading);
        bool known = reading.IsValid(PackValue.ChargerVoltageMv) && reading.IsValid(PackValue.ChargerCurrentMa);
        string output = known
            ? Invariant($"{reading.Value(PackValue.ChargerVoltageMv) / 1000.0:0.0} V ")
                + Invariant($"{reading.Value(PackValue.ChargerCurrentMa) / 1000.0:0.0} A")
            : "";
        ChargeBus bus = bay.Pack.Bus;
        long frames = bus.Count(DecodeResult.Ok) + bus.Count(DecodeResult.Pending);
        long all = Enum.GetValues<DecodeResult>().Sum(result => (long)bus.Count(result));
        return new BayRow(
            bay.Number,
            Words.Of(bay.Presence),
            Words.Of(bay.Pack.Session.Stage),
            reading.IsValid(PackValue.ChargePermille) ? reading.Value(PackValue.ChargePermille) : -1,
            output,
            frames,
            all - frames,
            bay.Pack.Warnings.Highest());
    }
}
