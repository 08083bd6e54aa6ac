using System.Net;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A truck station of one lane and four bays as it would be built: a lane node and two bay nodes on the station link,
/// each with its own connection to the broker, and the city behind it. Virtual time: each step moves the world, every
/// <see cref="PassMs"/> the nodes make a pass, and time goes on when nothing is on its way between nodes and city.
/// </summary>
public sealed class Station : IDisposable
{
    public const int PassMs = 50;

    private const string CityName = "demo";
    private const string StationName = "truck-1";

    private static readonly DateTimeOffset StartUtc = new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly Broker _broker = new();
    private readonly MqttPump _pump;
    private readonly NodeKeys _keys = new();
    private readonly List<StationNode> _nodes = [];
    private readonly Prng _random;

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="knownVehicle">The vehicle that may be served; the one that comes when left out.</param>
    /// <param name="story">Which vehicle, by which profile; the demonstration's truck when left out.</param>
    public Station(ulong seed, string? knownVehicle = null, Story? story = null)
    {
        Seed = seed;
        Story = story ?? Story.Truck;
        _random = new Prng(seed);
        _pump = new MqttPump(_broker);
        WorldPlan plan = Story.World(_random.Fork());
        TruckPlan truck = plan.Truck with { LockPoints = Math.Max(1, Story.Profile.LockPoints) };
        World = new World(plan with { Truck = truck }, _random.Fork());
        Lane = Add(LaneSettings(knownVehicle ?? World.Lane.Truck.Vin), new NodePorts
        {
            Link = World.StationLink.Connect("lane node"),
            Lane = new VirtualLaneIo(World.Lane),
            PackBus = World.SwapBus.Connect("lane node", 256),
        });
        Add(BaySettings("bays-1", 0x91, 1, 2), BayPorts(0, 2));
        Add(BaySettings("bays-2", 0x92, 3, 4), BayPorts(2, 2));

        MqttConnect greeting = new("city") { CleanSession = false };
        MqttClient client = new(new MqttClientOptions(greeting) { Window = 64 }, Connect);
        City = new ReferenceCity(client, new CityStore(":memory:"), _keys);
        _pump.Add(client);
        _pump.Add(nowMs => City.Serve(nowMs, StartUtc.ToUnixTimeMilliseconds() + nowMs));
    }

    public ulong Seed { get; }

    public Story Story { get; }

    /// <summary>Writes what the lane's steps were given and gave, when there is one.</summary>
    public TraceRecorder? Recorder { get; set; }

    /// <summary>Called after each pass with the virtual time; for whoever paces a run.</summary>
    public Action<long>? Passed { get; set; }

    public World World { get; }

    public ReferenceCity City { get; }

    public StationNode Lane { get; }

    public IReadOnlyList<StationNode> Nodes => _nodes;

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < PassMs; passed += World.StepMs)
        {
            World.Step();
        }

        foreach (StationNode node in _nodes)
        {
            node.Pass(World.NowMs);
        }

        if (!Lane.HeartbeatAlive)
        {
            World.Lane.Drives = Drive.None;
        }

        if (!_pump.UntilQuiet(World.NowMs))
        {
            throw new InvalidOperationException("nodes, broker and city did not become quiet");
        }

        Recorder?.Sample(Lane.Node.Lane, start: 1, World.NowMs);
        Passed?.Invoke(World.NowMs);
    }

    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        City.Dispose();
        _broker.Dispose();
    }

    private StationNode Add(NodeSettings settings, NodePorts ports)
    {
        string path = $"{settings.City}/{settings.Station}/{settings.Node}";
        byte[] key = NodeKeys.Derive(Seed, path);
        _keys.Add(path, key);
        StationNode node = new(settings, ports, Connect, key, _random.Fork(), StartUtc);
        _nodes.Add(node);
        _pump.Add(node.Client);
        return node;
    }

    private TcpConnection Connect() => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, _broker.Port));

    private NodePorts BayPorts(int first, int count) => new()
    {
        Link = World.StationLink.Connect("bay node"),
        Bays = new VirtualBayIo([.. World.Bays.Skip(first).Take(count)]),
        ChargerBuses = [.. World.Bays.Skip(first).Take(count).Select(bay => bay.Bus.Connect("bay node", 256))],
    };

    private NodeSettings LaneSettings(string vehicle)
    {
        NodeSettings settings = Settings("lane-1", 0x90);
        settings.Lane = 1;
        settings.Profile = Story.Profile;
        settings.Vehicles = [vehicle];
        return settings;
    }

    private static NodeSettings BaySettings(string name, int address, params int[] bays)
    {
        NodeSettings settings = Settings(name, address);
        settings.Bays = bays;
        settings.Interfaces = [.. bays.Select(_ => TopLiftTruck.Profile().InterfaceId)];
        return settings;
    }

    private static NodeSettings Settings(string name, int address) => new()
    {
        City = CityName,
        Station = StationName,
        Node = name,
        Board = "virtual",
        LinkAddress = address,
    };
}
