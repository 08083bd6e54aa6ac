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
    private readonly StationNode _node;
    private readonly int _stepMs;
    private readonly Action _step;
    private readonly Func<long> _now;
    private readonly CabinetPlan _usual;
    private int _serial;

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="mistake">What the customer does wrong.</param>
    /// <param name="boards">Whether the node runs on a board; not when left out.</param>
    public CabinetStation(
        ulong seed, CabinetMistake mistake = CabinetMistake.None, BoardChoice? boards = null)
        : this(
            seed,
            new StationPlan { Kind = Story.Cabinet, Boards = boards ?? BoardChoice.Virtual },
            new StationOptions(),
            mistake: mistake)
    {
    }

    /// <param name="seed">Everything that happens by chance follows from it.</param>
    /// <param name="plan">What stands there.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="guests">Who comes; null: who comes in the plan's story.</param>
    /// <param name="mistake">What the first customer does wrong, when nobody says who comes.</param>
    public CabinetStation(
        ulong seed,
        StationPlan plan,
        StationOptions options,
        Guests? guests = null,
        CabinetMistake mistake = CabinetMistake.None)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        Seed = seed;
        Plan = plan;
        Profile = plan.Profile();
        BoardChoice boards = options.Boards ?? plan.Boards;
        bool wired = boards.Has(NodeKind.Cabinet);
        _stepMs = wired ? Simulator.World.StepMs : options.StepMs;
        Prng random = new(seed);
        Prng chance = random.Fork();
        _usual = StationWorlds.Cabinet(plan, chance);
        CabinetPlan cabinet = guests is null ? _usual : StationWorlds.With(_usual, plan, guests, chance);
        _serial = _usual.Brought.Serial + StationWorlds.FirstLater;
        World = new CabinetWorld(
            mistake == CabinetMistake.None ? cabinet : cabinet with { Mistake = mistake }, random.Fork());
        _step = () => World.Step(_stepMs);
        _now = () => World.NowMs;
        Network = new StationNetwork(
            seed,
            random,
            options with { Begins = plan.Begins, StoreBytes = plan.StoreBytes(options.StoreBytes) },
            boards.Threaded);
        NodeSettings settings = plan.Apply(new NodeSettings
        {
            City = "demo",
            Station = "cabinet-1",
            Node = "cabinet-1",
            Board = "virtual",
            Lane = 1,
            Bays = [.. World.Doors.Select(door => door.Number)],
            Profile = Profile,
            Vehicles = StationPlan.Known(options.Vehicles, _usual.Card),
        });
        NodeOutside outside = wired ? new CabinetOnBench(World) { Threaded = boards.Threaded } : Ports();
        _node = Network.Add(settings, outside with { Fall = World.Fall });
        Network.OpenCity();
    }

    public ulong Seed { get; }

    public StationPlan Plan { get; }

    public string About => "A two-wheeler cabinet: eight doors on one controller, an MQTT broker and the city.";

    public SwapProfile Profile { get; }

    public CabinetWorld World { get; }

    public Cabinet Cabinet => _node.Node.Cabinet;

    public string Customer => World.Plan.Card;

    public bool CustomerGone => World.Customer.Gone;

    public bool Deserted => World.Coming == 0
        && (World.Customer.Gone || World.Customer.Plan.ArrivesMs == TruckPlan.Never);

    public Phase Phase => (_node.Live?.Role as SwapRole)?.Phase ?? Phase.Idle;

    public Fault Fault => (_node.Live?.Role as SwapRole)?.Fault ?? Fault.None;

    public long NowMs => World.NowMs;

    public StationNetwork Network { get; }

    public IReadOnlyList<StationNode> Nodes => Network.Nodes;

    public ReferenceCity City => Network.City;

    public IReadOnlyList<(string Name, Wire Wire)> Wires => [];

    public IReadOnlyList<BayRow> Places => [.. ((_node.Live?.Role as Cabinet)?.Doors.Doors ?? []).Select(Row)];

    public Action<long>? Passed { get; set; }

    public void Expect(Arrival arrival) => World.Expect(StationWorlds.Customer(arrival, _usual, _serial++));

    public void Pass()
    {
        for (int passed = 0; passed < Station.PassMs; passed += _stepMs)
        {
            Network.Step(_step, _now);
        }

        Network.Pass(World.NowMs);
        Passed?.Invoke(World.NowMs);
    }

    public void Dispose() => Network.Dispose();

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
