using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>A lane with a truck in it and two bays, on virtual boards; the pack in bay 2 is charged.</summary>
internal sealed class StationPlace : CommissionPlace
{
    public const string LaneNode = "demo/truck-1/lane-1";
    public const string BayNode = "demo/truck-1/bays-1";

    private readonly LaneTechnician _lane;
    private readonly BayTechnician _bays;
    private string _walked = "";

    public StationPlace(bool chinese = false)
    {
        Prng random = new(5);
        WorldPlan plan = WorldPlan.Demonstration(random.Fork()).WithTruck(truck => truck with { ArrivesMs = 1_000 });
        plan = plan with { Bays = [plan.Bays[0], plan.Bays[2], plan.Bays[1], plan.Bays[3]] };
        World = new World(plan, random.Fork());
        World.Lane.Panel.MaintenanceSelected = true;
        Io = new WorkedLaneIo(new VirtualLaneIo(World.Lane));
        BayIo = new WorkedBayIo(new VirtualBayIo([.. World.Bays.Take(2)]), 2);
        CommissionTexts texts = new(chinese);
        _lane = new LaneTechnician(texts, World.Lane.Panel, Io);
        _bays = new BayTechnician(texts, World, BayIo);
        Link = World.StationLink.Connect("lane node");
        PackBus = World.SwapBus.Connect("lane node", 256);
        ChargerBuses = [.. World.Bays.Take(2).Select(bay => bay.Bus.Connect("bay node", 256))];
    }

    public World World { get; }

    public WorkedLaneIo Io { get; }

    public WorkedBayIo BayIo { get; }

    public LaneTechnician Technician => _lane;

    public Technician BayTechnician => _bays;

    // How the buses are plugged; may be changed before the rig is made.
    public ICanBus Link { get; set; }

    public ICanBus PackBus { get; set; }

    public ICanBus[] ChargerBuses { get; }

    /// <summary>All that was driven while nobody held a button; it must stay None.</summary>
    public Drive DrivenByNobody { get; private set; }

    public override long NowMs => World.NowMs;

    public override Technician TechnicianAt(string node)
    {
        _walked = node;
        return node == BayNode ? _bays : _lane;
    }

    public override IEnumerable<(NodeSettings Settings, NodeOutside Outside)> Nodes() =>
    [
        (new NodeSettings
        {
            City = "demo", Station = "truck-1", Node = "lane-1", Board = "virtual", LinkAddress = 0x90, Lane = 1,
            Profile = TopLiftTruck.Profile(), Vehicles = [WorldPlan.DemonstrationVin],
        },
        new LanePorts { Link = Link, Lane = Io, PackBus = PackBus }),
        (new NodeSettings
        {
            City = "demo", Station = "truck-1", Node = "bays-1", Board = "virtual", LinkAddress = 0x91,
            Bays = [1, 2], Interfaces = [1, 1],
        },
        new BayPorts { Link = World.StationLink.Connect("bay node"), Bays = BayIo, ChargerBuses = ChargerBuses }),
    ];

    public override void Advance(IReadOnlyList<StationNode> nodes)
    {
        if (_walked != BayNode)
        {
            _lane.Act(nodes[0].Node.Lane.Phase == Phase.Maintenance, NowMs);
        }
        else
        {
            _bays.Act(maintained: true, NowMs);
        }

        World.Step(Station.PassMs);
    }

    public override void Passed() =>
        DrivenByNobody |= World.Lane.Panel.Hand == Drive.None ? World.Lane.Drives & Drive.Motion : Drive.None;
}
