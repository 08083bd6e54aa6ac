using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The cabinet of one life: world, its node on faulty pins and line, city, and who judges it.</summary>
public sealed class CabinetLifeStation
{
    private const int StepMs = 25;

    /// <param name="plan">What stands where, and who comes first.</param>
    /// <param name="cards">Cards that may be served.</param>
    /// <param name="random">Chance of its own.</param>
    public CabinetLifeStation(CabinetPlan plan, string[] cards, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        World = new CabinetWorld(plan, random.Fork());
        Pins = new FaultyCabinetIo(World, random.Fork());
        Line = new FaultyLine(World.Line, random.Fork());
        NodeSettings settings = new()
        {
            City = "chaos",
            Station = "life",
            Node = "cabinet-1",
            Board = "virtual",
            Lane = 1,
            Bays = [.. World.Doors.Select(door => door.Number)],
            Profile = BatteryCabinet.Profile(),
            Vehicles = cards,
            ChargerW = LifeOrders.ChargerW,
        };
        CabinetPorts ports = new() { Cabinet = Pins, PackLine = Line };
        Node = new LifeNode(settings, ports, [], Network, random, Pins.Unpower);
        Node.Permitted = place => World.Doors[place].ChargePermitted;
        Node.Orders.Guest = CabinetLife.Stranger;
        Oracle = new CabinetOracle(World, Pins);
    }

    public CabinetWorld World { get; }

    public LifeNetwork Network { get; } = new(new MemoryListener());

    public LifeCity City => Network.City;

    public FaultyCabinetIo Pins { get; }

    public FaultyLine Line { get; }

    public LifeNode Node { get; }

    public CabinetOracle Oracle { get; }

    public Phase Phase => Node.Node?.Cabinet.Phase ?? Phase.Idle;

    /// <summary>Nobody is there, everything is shut, and the next customer may come.</summary>
    public bool Rests => Node.Node is not null && Phase == Phase.Idle && !World.Customer.Present
        && World.Doors.All(door => door.Latched);

    /// <summary>Moves virtual time by one pass of the node.</summary>
    public void Pass()
    {
        for (int passed = 0; passed < LifeStation.PassMs; passed += StepMs)
        {
            World.Step(StepMs);
        }

        Node.Pass(World.NowMs);
        Network.Pass(World.NowMs);
        Oracle.Check(Node.Node);
    }
}
