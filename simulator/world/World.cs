namespace SwapEdge.Simulator;

/// <summary>
/// Everything outside the controllers: the lanes with the vehicles that come, the bays, the buses. It moves in steps of
/// <see cref="StepMs"/> milliseconds of virtual time and draws every chance from one seed.
/// </summary>
public sealed class World
{
    public const int StepMs = 5;

    /// <summary>Distance between two packs of one vehicle.</summary>
    private const double PackPitchM = 1.3;

    /// <summary>A second lane is on the other side of the bays, with a hoist of its own.</summary>
    private const double OtherSideM = 22;

    /// <param name="plan">What stands where, and who comes.</param>
    /// <param name="random">The run's seed.</param>
    public World(WorldPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        AmbientC = plan.AmbientC;
        Bays = [.. plan.Bays.Select((stored, index) => BuildBay(index + 1, stored, plan, random))];
        Lanes = [.. plan.Visits.Select((visit, index) => BuildLane(index, visit, plan, random))];
    }

    public long NowMs { get; private set; }

    public double AmbientC { get; }

    public IReadOnlyList<SwapLane> Lanes { get; }

    /// <summary>The first, and mostly the only one.</summary>
    public SwapLane Lane => Lanes[0];

    public IReadOnlyList<SwapBay> Bays { get; }

    /// <summary>The bus of the first lane.</summary>
    public Wire SwapBus => Lane.Bus;

    /// <summary>The bus between the nodes of the station.</summary>
    public Wire StationLink { get; } = new("station link");

    /// <summary>One step of virtual time.</summary>
    public void Step() => Step(StepMs);

    /// <summary>One step of another length: coarser is cheaper, and frames arrive in bigger handfuls.</summary>
    public void Step(int milliseconds)
    {
        NowMs += milliseconds;
        foreach (SwapLane lane in Lanes)
        {
            lane.Advance(NowMs, milliseconds, AmbientC);
        }

        foreach (SwapBay bay in Bays)
        {
            bay.Advance(NowMs, milliseconds, AmbientC);
        }

        foreach (SwapLane lane in Lanes)
        {
            lane.Bus.Advance(NowMs);
        }

        StationLink.Advance(NowMs);
    }

    private SwapLane BuildLane(int index, VisitPlan visit, WorldPlan plan, Prng random)
    {
        double pressM = plan.Platform?.PressM ?? plan.Hoist.PressM;
        double heightM = plan.Platform is null ? 1.60 : 0.90;
        PackPosition[] positions = [.. visit.Packs.Select((pack, place) => new PackPosition(
            new Seat($"vehicle {place + 1}", (index * OtherSideM) - (place * PackPitchM), heightM)
            {
                Pack = BuildPack(pack, plan, random),
                PackHeightM = -pressM,
            },
            new SwapLock(visit.Truck.LockPoints)))];
        Seat[] seats = [.. positions.Select(position => position.Seat)];
        Seat[] bays = [.. Bays.Select(bay => bay.Seat)];
        IPackCarrier carrier = plan.Platform is { } platform
            ? new Platform(platform, seats[0], bays)
            : new Hoist(plan.Hoist, seats, bays);
        return new SwapLane(new Truck(visit.Truck, positions), carrier, visit.Truck.SaysLock);
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
