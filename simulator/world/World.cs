namespace SwapEdge.Simulator;

/// <summary>
/// Everything outside the controllers: one lane with the truck that comes, four bays, the buses. It moves in steps of
/// <see cref="StepMs"/> milliseconds of virtual time and draws every chance from one seed.
/// </summary>
public sealed class World
{
    public const int StepMs = 5;

    private readonly SwapController _swapController;
    private readonly VehicleComputer _vehicleComputer;
    private readonly PackBms _packBms;

    /// <param name="plan">What stands where, and who comes.</param>
    /// <param name="random">The run's seed.</param>
    public World(WorldPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        AmbientC = plan.AmbientC;
        Bays = [.. plan.Bays.Select((stored, index) => BuildBay(index + 1, stored, plan, random))];
        Seat vehicleSeat = new("vehicle", 0, 1.60)
        {
            Pack = BuildPack(plan.OnTruck, plan, random),
            PackHeightM = -plan.Hoist.PressM,
        };
        Truck truck = new(plan.Truck, vehicleSeat, new SwapLock(plan.Truck.LockPoints));
        Hoist hoist = new(plan.Hoist, vehicleSeat, [.. Bays.Select(bay => bay.Seat)]);
        Lane = new SwapLane(truck, hoist, new LanePanel { KeySwitchOn = true });
        _swapController = new SwapController(truck, SwapBus.Connect("swap controller", receiveRoom: 0));
        _vehicleComputer = new VehicleComputer(truck, SwapBus.Connect("vehicle computer", receiveRoom: 0));
        _packBms = new PackBms(truck, SwapBus.Connect("pack", receiveRoom: 0));
    }

    public long NowMs { get; private set; }

    public double AmbientC { get; }

    public SwapLane Lane { get; }

    public IReadOnlyList<SwapBay> Bays { get; }

    /// <summary>The bus between the truck, its pack and the lane node.</summary>
    public Wire SwapBus { get; } = new("swap-pack bus");

    /// <summary>The bus between the nodes of the station.</summary>
    public Wire StationLink { get; } = new("station link");

    /// <summary>One step of virtual time.</summary>
    public void Step() => Step(StepMs);

    /// <summary>One step of another length: coarser is cheaper, and frames arrive in bigger handfuls.</summary>
    public void Step(int milliseconds)
    {
        NowMs += milliseconds;
        Lane.Advance(NowMs, milliseconds, AmbientC);
        _swapController.Advance(NowMs);
        _vehicleComputer.Advance(NowMs);
        _packBms.Advance(NowMs);
        foreach (SwapBay bay in Bays)
        {
            bay.Advance(NowMs, milliseconds, AmbientC);
        }

        SwapBus.Advance(NowMs);
        StationLink.Advance(NowMs);
    }

    private static SwapBay BuildBay(int number, PackPlan? stored, WorldPlan plan, Prng random)
    {
        Seat seat = new($"bay {number}", 3.5 + (2.4 * number), 0.95);
        if (stored is not null)
        {
            seat.Pack = BuildPack(stored, plan, random);
        }

        return new SwapBay(number, seat, plan.Charger);
    }

    private static Pack BuildPack(PackPlan stored, WorldPlan plan, Prng random) =>
        new(PackIdentity.Numbered(stored.Serial), plan.Pack, stored.Soc, stored.TemperatureC, random.Fork());
}
