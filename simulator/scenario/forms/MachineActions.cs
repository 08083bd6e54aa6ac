namespace SwapEdge.Simulator;

/// <summary>Lock, hoist, chargers and doors that do not do what they are asked.</summary>
public static class MachineActions
{
    private static readonly Parameter Point = new(
        "point", ParameterKind.LockPoint, false, "Which point of the lock, from 1; the first if not said.");

    private static readonly Parameter Position = new(
        "position", ParameterKind.Position, false, "Of which pack of the vehicle, from 1; the first if not said.");

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        OfLane("lock-jams", "A bolt of the lock does not move.",
            OfPoint("jammed", static _ => true, false, static (point, on) => point.Jammed = on),
            Point, Position),
        OfLane("lock-iced", "Ice holds a bolt: it comes free at a later try, or when it is warm.",
            OfPoint(
                "ice",
                static arguments => arguments.Count("tries", int.MaxValue),
                0,
                static (point, tries) => point.Freeze(tries)),
            Point, Position,
            new Parameter("tries", ParameterKind.Count, false,
                "At which try it comes free; only when it is warm if not said.") { Least = 1 }),
        OfLane("lock-slow", "A bolt of the lock has become slow.", Slow,
            Point, Position,
            new Parameter("travel", ParameterKind.Duration, true, "From one end to the other.")
            {
                Least = 1,
                IsInRun = true,
            }),
        OfLane("lock-creeps", "A bolt of the lock moves by itself.",
            OfPoint(
                "creeps",
                static arguments => arguments.Text("way") == "opens" ? -1 : 1,
                0,
                static (point, way) => point.Creeps = way),
            Point, Position, Parameter.Choice("way", "Where to.", ["opens", "closes"])),
        OfLane("lock-unsure", "The vehicle's controller sees neither end of the lock.", Doubt) with
        {
            Against = static (station, _) => station.Kind.Profile.LockByFrame
                ? null : "this vehicle has no controller that says its lock",
        },
        OfLane("hoist-stops", "The hoist or platform is not ready: a fault of its drive, or switched to hand.", Stop),
        OfLane("connector-loose", "The contacts between pack and vehicle come apart although the pack sits.", Part,
            Position),
        OfBay("charger-sticks", "The charger of a bay goes on when its permit is taken away.",
            static (bay, on) => bay.ChargerSticks = on, null),
        OfBay("charger-stops", "The charger of a bay does nothing: it is broken or switched off.",
            static (bay, on) => bay.ChargerStops = on, static (door, on) => door.ChargerStops = on),
        OfBay("contactor-welds", "The output contactor of a charger does not open.",
            static (bay, on) => bay.Charger.ContactorWelds = on, static (door, on) => door.ContactorSticks = on),
        new("door-sticks", "Something leans on a door, or its bolt is stuck: it does not open.",
            [Parameter.Door with { Required = true }],
            (run, arguments) =>
            {
                CabinetDoorway door = run.DoorOf(arguments);
                return run.Hold(door, "jammed", on => door.Jammed = on);
            })
        {
            Scope = StationScope.Cabinet,
        },
    ];

    private static ActionForm OfLane(
        string name, string about, Func<ScenarioRun, Arguments, Action?> begin, params Parameter[] parameters) =>
        new(name, about, [.. parameters, Parameter.Lane], begin) { Scope = StationScope.Lanes };

    private static ActionForm OfBay(
        string name, string about, Action<SwapBay, bool> ofBay, Action<CabinetDoorway, bool>? ofDoor) =>
        new(
            name,
            about,
            ofDoor is null ? [Parameter.Bay] : [Parameter.Bay, Parameter.Door],
            (run, arguments) =>
            {
                if (run.IsCabinet)
                {
                    CabinetDoorway door = run.DoorOf(arguments);
                    return run.Hold(door, name, on => ofDoor!(door, on));
                }

                SwapBay bay = run.BayOf(arguments);
                return run.Hold(bay, name, on => ofBay(bay, on));
            })
        {
            Scope = ofDoor is null ? StationScope.Lanes : StationScope.Every,
            Against = PackActions.NeedsPlace,
        };

    private static PackPosition PositionOf(ScenarioRun run, Arguments arguments) =>
        run.LaneOf(arguments).Truck.Positions[arguments.Count("position", 1) - 1];

    private static LockPoint PointOf(ScenarioRun run, Arguments arguments) =>
        PositionOf(run, arguments).Lock.Points[arguments.Count("point", 1) - 1];

    private static Func<ScenarioRun, Arguments, Action?> OfPoint<T>(
        string what, Func<Arguments, T> value, T before, Action<LockPoint, T> set) =>
        (run, arguments) =>
        {
            LockPoint point = PointOf(run, arguments);
            return VehicleActions.OfVisit(
                run, run.LaneOf(arguments).Truck, point, what, value(arguments), before, to => set(point, to));
        };

    private static Action Slow(ScenarioRun run, Arguments arguments)
    {
        LockPoint point = PointOf(run, arguments);
        return VehicleActions.OfVisit(
            run,
            run.LaneOf(arguments).Truck,
            point,
            "travel",
            (int)arguments.Ms("travel"),
            point.TravelMs,
            point.Wear);
    }

    private static Action Doubt(ScenarioRun run, Arguments arguments)
    {
        SwapController controller = run.LaneOf(arguments).Controller
            ?? throw new ScenarioException("this vehicle has no controller that says its lock");
        return run.Hold(controller, "unsure", on => controller.Unsure = on);
    }

    private static Action Stop(ScenarioRun run, Arguments arguments)
    {
        IPackCarrier hoist = run.LaneOf(arguments).Hoist;
        return run.Hold(hoist, "stopped", on => hoist.Ready = !on);
    }

    private static Action Part(ScenarioRun run, Arguments arguments)
    {
        Connector connector = PositionOf(run, arguments).Connector;
        return VehicleActions.OfVisit(
            run, run.LaneOf(arguments).Truck, connector, "loose", true, false, on => connector.Loose = on);
    }
}
