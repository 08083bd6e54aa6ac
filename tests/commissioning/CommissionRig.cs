using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>
/// A lane node and a bay node on virtual boards with the embedded broker and the city, a truck in the lane, and a
/// technician; virtual time.
/// </summary>
internal sealed class CommissionRig : IDisposable
{
    public const string Lane = "demo/truck-1/lane-1";

    private const int StepMs = 5;

    private static readonly long StartMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly StationNetwork _network;

    /// <param name="silent">Nothing is heard on the swap-pack bus.</param>
    public CommissionRig(bool silent = false)
    {
        Prng random = new(5);
        _network = new StationNetwork(5, random);
        WorldPlan plan = WorldPlan.Demonstration(random.Fork()).WithTruck(truck => truck with { ArrivesMs = 1_000 });

        // The pack in bay 2 is charged, so its BMS speaks.
        plan = plan with { Bays = [plan.Bays[0], plan.Bays[2], plan.Bays[1], plan.Bays[3]] };
        World = new World(plan, random.Fork());
        World.Lane.Panel.MaintenanceSelected = true;
        Io = new WorkedLaneIo(new VirtualLaneIo(World.Lane));
        Technician = new Technician(World.Lane.Panel, Io);
        Node = _network.Add(
            new NodeSettings
            {
                City = "demo", Station = "truck-1", Node = "lane-1", Board = "virtual", LinkAddress = 0x90, Lane = 1,
                Profile = TopLiftTruck.Profile(), Vehicles = [WorldPlan.DemonstrationVin],
            },
            new LanePorts
            {
                Link = World.StationLink.Connect("lane node"),
                Lane = Io,
                PackBus = (silent ? new Wire("cut") : World.SwapBus).Connect("lane node", 256),
            });
        _network.Add(
            new NodeSettings
            {
                City = "demo", Station = "truck-1", Node = "bays-1", Board = "virtual", LinkAddress = 0x91,
                Bays = [1, 2], Interfaces = [1, 1],
            },
            new BayPorts
            {
                Link = World.StationLink.Connect("bay node"),
                Bays = new VirtualBayIo([.. World.Bays.Take(2)]),
                ChargerBuses = [.. World.Bays.Take(2).Select(bay => bay.Bus.Connect("bay node", 256))],
            });
        _network.OpenCity();
    }

    public World World { get; }

    public WorkedLaneIo Io { get; }

    public Technician Technician { get; }

    public StationNode Node { get; }

    public ReferenceCity City => _network.City;

    /// <summary>Most that was driven at once while nobody held a button; it must stay None.</summary>
    public Drive DrivenByNobody { get; private set; }

    public CommissionReport Walk(CommissionPlan plan)
    {
        Run(20_000);
        CommissionLine line = new(_network.City, plan.Node, () => World.NowMs, () => StartMs + World.NowMs, Pass);
        return new CommissionWalk(line, plan, Technician.Hear).Run();
    }

    public void Run(long milliseconds)
    {
        for (long endMs = World.NowMs + milliseconds; World.NowMs < endMs;)
        {
            Pass();
        }
    }

    public void Dispose() => _network.Dispose();

    private void Pass()
    {
        Technician.Act(Node.Node.Lane.Phase, World.NowMs);
        for (int passed = 0; passed < Station.PassMs; passed += StepMs)
        {
            World.Step();
        }

        foreach (StationNode node in _network.Nodes)
        {
            node.Pass(World.NowMs);
        }

        DrivenByNobody |= World.Lane.Panel.Hand == Drive.None ? World.Lane.Drives & Drive.Motion : Drive.None;
        _network.UntilQuiet(World.NowMs);
    }
}
