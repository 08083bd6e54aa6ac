namespace SwapEdge.Simulator;

/// <summary>Lock, hoist, chargers and doors that do not do what they are asked.</summary>
public static class MachineActions
{
    private static readonly Parameter Point = new(
        "point", ParameterKind.Count, false, "Which point of the lock, from 1; the first if not said.");

    private static readonly Parameter Position = new(
        "position", ParameterKind.Count, false, "Of which pack of the vehicle, from 1; the first if not said.");

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        OfLane("lock-jams", "A bolt of the lock does not move.", Point, Position),
        OfLane("lock-iced", "Ice holds a bolt: it comes free at a later try, or when it is warm.",
            Point, Position,
            new Parameter("tries", ParameterKind.Count, false,
                "At which try it comes free; only when it is warm if not said.")),
        OfLane("lock-slow", "A bolt of the lock has become slow.",
            Point, Position, new Parameter("travel", ParameterKind.Duration, true, "From one end to the other.")),
        OfLane("lock-creeps", "A bolt of the lock moves by itself.",
            Point, Position, Parameter.Choice("way", "Where to.", ["opens", "closes"])),
        OfLane("lock-unsure", "The vehicle's controller sees neither end of the lock."),
        OfLane("hoist-stops", "The hoist or platform is not ready: a fault of its drive, or switched to hand."),
        OfLane("connector-loose", "The contacts between pack and vehicle come apart although the pack sits.", Position),
        new("charger-sticks", "The charger of a bay goes on when its permit is taken away.", [Parameter.Bay],
            ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
            Against = PackActions.NeedsPlace,
        },
        new("charger-stops", "The charger of a bay does nothing: it is broken or switched off.",
            [Parameter.Bay, Parameter.Door], ScenarioRun.NotYet)
        {
            Against = PackActions.NeedsPlace,
        },
        new("contactor-welds", "The output contactor of a charger does not open.", [Parameter.Bay, Parameter.Door],
            ScenarioRun.NotYet)
        {
            Against = PackActions.NeedsPlace,
        },
        new("door-sticks", "Something leans on a door, or its bolt is stuck: it does not open.",
            [Parameter.Door with { Required = true }], ScenarioRun.NotYet)
        {
            Scope = StationScope.Cabinet,
        },
    ];

    private static ActionForm OfLane(string name, string about, params Parameter[] parameters) =>
        new(name, about, [.. parameters, Parameter.Lane], ScenarioRun.NotYet) { Scope = StationScope.Lanes };
}
