using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A station of one lane and four bays, for trucks or for cars, as it would be built: a lane node and two bay nodes on
/// the station link, each with its own connection to the broker, and the city behind it. Virtual time: each step moves
/// the world, every <see cref="PassMs"/> the nodes make a pass, and time goes on when nothing is on its way between
/// nodes and city.
/// </summary>
public sealed class Station : IStation
{
    public const int PassMs = 50;

    private const string CityName = "demo";

    private readonly StationNetwork _network;

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="knownVehicle">The vehicle that may be served; the one that comes when left out.</param>
    /// <param name="story">Which vehicle, by which profile; the demonstration's truck when left out.</param>
    /// <param name="boards">Which nodes run on boards; none when left out.</param>
    public Station(ulong seed, string? knownVehicle = null, Story? story = null, BoardChoice? boards = null)
    {
        Seed = seed;
        boards ??= BoardChoice.Virtual;
        Story = story ?? Story.Truck;
        Prng random = new(seed);
        _network = new StationNetwork(seed, random, boards.Threaded);
        WorldPlan plan = Story.World(random.Fork());
        World = new World(plan, random.Fork());
        Lane = _network.Add(
            LaneSettings(knownVehicle ?? Story.KnownVehicle),
            boards.Has(NodeKind.Lane) ? new LaneOnBench(World) { Threaded = boards.Threaded } : LanePorts());
        foreach (int first in new[] { 0, 2 })
        {
            SwapBay[] bays = [.. World.Bays.Skip(first).Take(2)];
            int number = (first / 2) + 1;
            _network.Add(
                BaySettings($"bays-{number}", 0x90 + number, [.. bays.Select(bay => bay.Number)]),
                boards.Has(NodeKind.Bays)
                    ? new BaysOnBench(World, bays) { Threaded = boards.Threaded }
                    : PortsOf(bays));
        }

        _network.OpenCity();
    }

    public ulong Seed { get; }

    public Story Story { get; }

    /// <summary>Writes what the lane's steps were given and gave, when there is one.</summary>
    public TraceRecorder? Recorder { get; set; }

    /// <summary>Called after each pass with the virtual time; for whoever paces a run.</summary>
    public Action<long>? Passed { get; set; }

    public World World { get; }

    public string About =>
        $"A {Story.Kind} station: one lane, four bays, three controllers, an MQTT broker and the city.";

    public SwapProfile Profile => Story.Profile;

    public string Customer => World.Lane.Truck.Vin;

    public bool CustomerGone => World.Lane.Truck.Stage == TruckStage.Gone;

    public Phase Phase => Lane.Node.Lane.Phase;

    public Fault Fault => Lane.Node.Lane.Fault;

    public long NowMs => World.NowMs;

    public ReferenceCity City => _network.City;

    public IReadOnlyList<BayRow> Places =>
        [.. Nodes.SelectMany(node => (node.Node.Role as BayGroup)?.Bays ?? []).Select(bay => Row(bay, NowMs))];

    public StationNode Lane { get; }

    public IReadOnlyList<StationNode> Nodes => _network.Nodes;

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < PassMs; passed += World.StepMs)
        {
            _network.Step(World.Step, () => World.NowMs);
        }

        foreach (StationNode node in Nodes)
        {
            node.Pass(World.NowMs);
        }

        if (!Lane.HeartbeatAlive)
        {
            World.Lane.Drives = Drive.None;
        }

        _network.UntilQuiet(World.NowMs);
        Lane.Look(() => Recorder?.Sample(Lane.Node.Lane, start: 1, World.NowMs));
        Passed?.Invoke(World.NowMs);
    }

    public void Dispose() => _network.Dispose();

    private NodeOutside LanePorts() => new LanePorts
    {
        Link = World.StationLink.Connect("lane node"),
        Lane = new VirtualLaneIo(World.Lane),
        PackBus = World.SwapBus.Connect("lane node", 256),
    };

    private NodeOutside PortsOf(IReadOnlyList<SwapBay> bays) => new BayPorts
    {
        Link = World.StationLink.Connect("bay node"),
        Bays = new VirtualBayIo(bays),
        ChargerBuses = [.. bays.Select(bay => bay.Bus.Connect("bay node", 256))],
    };

    private NodeSettings LaneSettings(string vehicle)
    {
        NodeSettings settings = Settings("lane-1", 0x90);
        settings.Lane = 1;
        settings.Profile = Story.Profile;
        settings.Vehicles = [vehicle];
        return settings;
    }

    private NodeSettings BaySettings(string name, int address, params int[] bays)
    {
        NodeSettings settings = Settings(name, address);
        settings.Bays = bays;
        settings.Interfaces = [.. bays.Select(_ => Story.Profile.InterfaceId)];
        return settings;
    }

    private NodeSettings Settings(string name, int address) => new()
    {
        City = CityName,
        Station = $"{Story.Kind}-1",
        Node = name,
        Board = "virtual",
        LinkAddress = address,
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
