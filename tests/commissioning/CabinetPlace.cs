using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>A cabinet of eight doors on a virtual board; no customer comes.</summary>
internal sealed class CabinetPlace : CommissionPlace
{
    public const string Node = "demo/cabinet-1/cabinet-1";

    private readonly DoorTechnician _technician;

    public CabinetPlace(bool chinese = false)
    {
        Prng random = new(5);
        CabinetPlan plan = CabinetPlan.Demonstration(random.Fork()) with { ArrivesMs = long.MaxValue };
        Cabinet = new CabinetWorld(plan, random.Fork());
        Cabinet.Technician.ComesAfterMs = int.MaxValue;
        Io = new WorkedCabinetIo(Cabinet);
        _technician = new DoorTechnician(new CommissionTexts(chinese), Cabinet, Io);
    }

    public CabinetWorld Cabinet { get; }

    public WorkedCabinetIo Io { get; }

    public Technician Technician => _technician;

    public override long NowMs => Cabinet.NowMs;

    public override Technician TechnicianAt(string node) => _technician;

    public override IEnumerable<(NodeSettings Settings, NodeOutside Outside)> Nodes() =>
    [
        (new NodeSettings
        {
            City = "demo", Station = "cabinet-1", Node = "cabinet-1", Board = "virtual", Lane = 1,
            Bays = [.. Cabinet.Doors.Select(door => door.Number)], Profile = BatteryCabinet.Profile(), Vehicles = ["C"],
        },
        new CabinetPorts { Cabinet = Io, PackLine = Cabinet.Line }),
    ];

    public override void Advance(IReadOnlyList<StationNode> nodes)
    {
        _technician.Act(nodes[0].Node.Cabinet.Phase == Phase.Maintenance, NowMs);
        for (int passed = 0; passed < Station.PassMs; passed += World.StepMs)
        {
            Cabinet.Step();
        }
    }
}
