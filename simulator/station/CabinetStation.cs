using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A two-wheeler cabinet of eight doors on one node, its connection to the broker, and the city behind it; before it a
/// customer. Virtual time as in <see cref="Station"/>.
/// </summary>
public sealed class CabinetStation : IStation
{
    private readonly StationNetwork _network;
    private readonly StationNode _node;

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="mistake">What the customer does wrong.</param>
    /// <param name="boards">Whether the node runs on a board; not when left out.</param>
    public CabinetStation(
        ulong seed, CabinetMistake mistake = CabinetMistake.None, BoardChoice? boards = null)
    {
        Seed = seed;
        Prng random = new(seed);
        World = new CabinetWorld(CabinetPlan.Demonstration(random.Fork()) with { Mistake = mistake }, random.Fork());
        boards ??= BoardChoice.Virtual;
        _network = new StationNetwork(seed, random, boards.Threaded);
        NodeSettings settings = new()
        {
            City = "demo",
            Station = "cabinet-1",
            Node = "cabinet-1",
            Board = "virtual",
            Lane = 1,
            Bays = [.. World.Doors.Select(door => door.Number)],
            Profile = BatteryCabinet.Profile(),
            Vehicles = [World.Plan.Card],
        };
        _node = _network.Add(
            settings,
            boards.Has(NodeKind.Cabinet) ? new CabinetOnBench(World) { Threaded = boards.Threaded } : Ports());
        _network.OpenCity();
        Profile = settings.Profile;
    }

    public ulong Seed { get; }

    public string About => "A two-wheeler cabinet: eight doors on one controller, an MQTT broker and the city.";

    public SwapProfile Profile { get; }

    public CabinetWorld World { get; }

    public Cabinet Cabinet => _node.Node.Cabinet;

    public string Customer => World.Plan.Card;

    public bool CustomerGone => World.Customer.Gone;

    public Phase Phase => Cabinet.Phase;

    public Fault Fault => Cabinet.Fault;

    public long NowMs => World.NowMs;

    public IReadOnlyList<StationNode> Nodes => _network.Nodes;

    public ReferenceCity City => _network.City;

    public IReadOnlyList<BayRow> Places => [.. Cabinet.Doors.Doors.Select(Row)];

    public TraceRecorder? Recorder { get; set; }

    public Action<long>? Passed { get; set; }

    public void Pass()
    {
        for (int passed = 0; passed < Station.PassMs; passed += Simulator.World.StepMs)
        {
            _network.Step(World.Step, () => World.NowMs);
        }

        _node.Pass(World.NowMs);
        if (!_node.HeartbeatAlive)
        {
            new VirtualCabinetIo(World).Write(Drive.None, -1);
        }

        _network.UntilQuiet(World.NowMs);
        _node.Look(() => Recorder?.Sample(TraceLine.Of(Cabinet, start: 1, World.NowMs)));
        Passed?.Invoke(World.NowMs);
    }

    public void Dispose() => _network.Dispose();

    private NodeOutside Ports() => new CabinetPorts { Cabinet = new VirtualCabinetIo(World), PackLine = World.Line };

    private static BayRow Row(CabinetDoor door)
    {
        JbdBms bms = door.Pack.Bms;
        PackReading reading = new();
        door.Pack.Read(bms.Basic.TimeMs, reading);
        bool known = door.Presence == BayPresence.Occupied && reading.IsValid(PackValue.CurrentMa);
        string output = known
            ? Invariant($"{reading.Value(PackValue.VoltageMv) / 1000.0:0.0} V ")
                + Invariant($"{reading.Value(PackValue.CurrentMa) / 1000.0:0.0} A")
            : "";
        return new BayRow(
            door.Number,
            Words.Of(door.Presence),
            door.Presence != BayPresence.Occupied ? "" : door.Pack.IsCharging ? "charging" : "resting",
            door.Pack.ChargePermille,
            output,
            bms.Count(DecodeResult.Ok),
            Enum.GetValues<DecodeResult>().Sum(result => (long)bms.Count(result)) - bms.Count(DecodeResult.Ok),
            door.Pack.Warnings.Highest());
    }
}
