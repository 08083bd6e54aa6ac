using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>The world's truck with its pack in the lane, driven by hand, and a listener on its bus.</summary>
internal sealed class SwapPackScene
{
    private readonly World _world;
    private readonly Prng _random = new(11);

    /// <param name="arrivesMs">When the truck comes; what it said before the scene begins is not recorded.</param>
    public SwapPackScene(long arrivesMs = 0)
    {
        WorldPlan plan = new()
        {
            Visits =
            [
                new VisitPlan(
                    new TruckPlan { Vin = "LSWAPEDG0SE000028", ArrivesMs = arrivesMs },
                    [new PackPlan(1_234_567, 0.18, 31)]),
            ],
            Bays = [null],
        };
        _world = new World(plan, new Prng(5));
        _world.SwapBus.Tapped = frame => Log.Add(frame.TimeMs, frame);
    }

    public SwapLane Lane => _world.Lane;

    public TrafficLog Log { get; } = new();

    public long NowMs => _world.NowMs;

    /// <summary>Stands with its key off and no high voltage, nothing recorded yet.</summary>
    public static SwapPackScene Prepared()
    {
        SwapPackScene scene = new();
        scene.Run(24_000);
        scene.Log.Without(static _ => true);
        return scene;
    }

    public SwapPackScene Run(int milliseconds, Drive drives = Drive.None)
    {
        Lane.Drives = drives;
        for (int passedMs = 0; passedMs < milliseconds; passedMs += World.StepMs)
        {
            _world.Step();
        }

        return this;
    }

    /// <summary>Another pack stands on the connector at once, or none.</summary>
    public SwapPackScene Place(int? serial)
    {
        Lane.Truck.Seat.Pack = serial is { } number
            ? new Pack(PackIdentity.Numbered(number), PackParameters.TruckLfp, 0.96, 24, _random.Fork())
            : null;
        return this;
    }
}
