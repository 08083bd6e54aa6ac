using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Where a swap stands.</summary>
public static class SwapConditions
{
    private const string Any = "any";
    private const string Nothing = "none";
    private const string Away = "away";
    private const string Arriving = "arriving";
    private const string Standing = "standing";
    private const string Prepared = "prepared";
    private const string Released = "released";
    private const string Gone = "gone";

    private static readonly IReadOnlyList<string> Drives = [Any, Nothing, .. Choices.Of(Drive.None)
        .Where(name => name != "stored")];

    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        new("phase", "A lane or cabinet is in a phase.",
            [
                Parameter.Phase,
                Parameter.Fault with { Required = false, About = "And for this fault." },
                Parameter.Lane,
            ],
            InPhase)
        {
            Against = static (_, arguments) => EventKeys.AtRest(arguments),
        },
        new("fault", "A lane or cabinet is held or stopped for a fault, or for none.",
            [Parameter.Fault, Parameter.Lane], AtFault),
        new("drive", "A request is on at the world's side of the outputs.",
            [
                Parameter.Choice("drive", "Which; 'motion' for any that moves something.", Drives) with
                {
                    Of = StationNames.Drives,
                },
                Parameter.Lane,
            ],
            Driven),
        new("lock", "The lock of a vehicle's pack, in the world.",
            [
                Parameter.Choice("lock", "Where it is.", ["open", "closed", "between"]),
                new("position", ParameterKind.Position, false, "Of which pack; of the one that is meant if not said."),
                Parameter.Lane,
            ],
            Locked)
        {
            Scope = StationScope.Lanes,
        },
        new("vehicle", "Where who comes to a lane or cabinet is, in the world.",
            [
                Parameter.Choice("vehicle", "Where: 'away' before it comes, 'gone' after; 'prepared' is standing with "
                    + "its handbrake on, in neutral and its key off.",
                    [Away, Arriving, Standing, Prepared, Released, Gone]) with
                {
                    Of = static station => station.IsCabinet ? [Away, Standing, Gone]
                        : [Away, Arriving, Standing, Prepared, Released, Gone],
                },
                Parameter.Lane,
            ],
            Visiting),
        new("swaps", "How many swaps have ended, as the city has it.",
            [
                Parameter.Choice("swaps", "How they ended.", [Any, .. Choices.Of(SwapResult.None)]) with
                {
                    Of = StationNames.Results,
                },
                Parameter.AtLeast,
                Parameter.AtMost,
                Parameter.Exactly,
                new("node", ParameterKind.Node, false, "Of which lane or cabinet; of all if not said."),
            ],
            Ended)
        {
            Against = EventKeys.AgainstSwaps,
        },
        new("time", "Virtual time has come to this.",
            [new("time", ParameterKind.Duration, true, "Since the run began.")],
            (run, arguments) => new PlainCondition(
                () => run.NowMs >= arguments.Ms("time"), () => $"it is {Words.Duration(run.NowMs)}")),
    ];

    private static PlainCondition InPhase(ScenarioRun run, Arguments arguments)
    {
        Phase phase = Choices.Parse<Phase>(arguments.Text("phase"));
        Fault? fault = arguments.Has("fault") ? Choices.Parse<Fault>(arguments.Text("fault")) : null;
        int lane = arguments.Count("lane", 1);
        return new PlainCondition(
            () => run.RoleOf(lane) is { } role && role.Phase == phase && (fault is null || role.Fault == fault),
            () => PhaseOf(run, lane));
    }

    private static PlainCondition AtFault(ScenarioRun run, Arguments arguments)
    {
        Fault fault = Choices.Parse<Fault>(arguments.Text("fault"));
        int lane = arguments.Count("lane", 1);
        return new PlainCondition(
            () => run.RoleOf(lane) is { } role && role.Fault == fault, () => PhaseOf(run, lane));
    }

    private static string PhaseOf(ScenarioRun run, int lane)
    {
        if (run.RoleOf(lane) is not { } role)
        {
            StationNode node = run.Station.Nodes[lane - 1];
            return $"{node.Name} {(node.HasPower ? "was in safe mode" : "had no power")}";
        }

        bool several = !run.IsCabinet && run.World.Lanes.Count > 1;
        return "the phase " + (several ? Invariant($"of lane {lane} ") : "") + $"was '{Words.Of(role.Phase)}'"
            + (role.Fault == Fault.None ? "" : $", {Words.Of(role.Fault)}");
    }

    private static PlainCondition Driven(ScenarioRun run, Arguments arguments)
    {
        string name = arguments.Text("drive");
        Drive wanted = name is Any or Nothing ? (Drive)int.MaxValue : Choices.Parse<Drive>(name);
        SwapLane? lane = run.IsCabinet ? null : run.LaneOf(arguments);
        Drive Now() => lane?.Drives ?? run.Cabinet.Drives;
        return new PlainCondition(
            () => (Now() & wanted) != Drive.None != (name == Nothing),
            () => Now() == Drive.None ? "nothing was requested"
                : $"requested was {string.Join(", ", Words.OfFlags(Now() & ~Drive.Motion, Drive.None)
                    .Concat(Words.OfFlags(Now() & Drive.Motion, Drive.None)))}");
    }

    private static PlainCondition Locked(ScenarioRun run, Arguments arguments)
    {
        Truck truck = run.LaneOf(arguments).Truck;
        string wanted = arguments.Text("lock");
        SwapLock Lock() => arguments.Has("position")
            ? truck.Positions[arguments.Count("position") - 1].Lock : truck.Lock;
        string Now() => Lock().Open ? "open" : Lock().Closed ? "closed" : "between";
        return new PlainCondition(() => Now() == wanted, () => $"the lock was {Now()}");
    }

    private static PlainCondition Visiting(ScenarioRun run, Arguments arguments)
    {
        string wanted = arguments.Text("vehicle");
        if (run.IsCabinet)
        {
            return new PlainCondition(() => Of(run.Cabinet) == wanted, () => $"the customer was {Of(run.Cabinet)}");
        }

        Truck truck = run.LaneOf(arguments).Truck;
        return wanted == Prepared
            ? new PlainCondition(() => IsPrepared(truck), () => $"the vehicle was {Of(truck)}, "
                + (IsPrepared(truck) ? "and prepared" : "and not prepared"))
            : new PlainCondition(() => Of(truck) == wanted, () => $"the vehicle was {Of(truck)}");
    }

    private static bool IsPrepared(Truck truck) => truck.Stage == TruckStage.Standing
        && truck.HandbrakeOn && truck.GearNeutral && !truck.KeyOn;

    private static string Of(Truck truck) => truck.Stage switch
    {
        TruckStage.Away => Away,
        TruckStage.RollingIn => Arriving,
        TruckStage.Standing => Standing,
        TruckStage.Gone => Gone,
        _ => Released,
    };

    private static string Of(CabinetWorld cabinet) =>
        cabinet.Customer.Gone ? Gone : cabinet.Customer.Present ? Standing : Away;

    private static LoggedCondition<CityEvent> Ended(ScenarioRun run, Arguments arguments)
    {
        string how = arguments.Text("swaps");
        SwapResult? result = how == Any ? null : Choices.Parse<SwapResult>(how);
        EventMatch match = new(run, Choices.NameOf(EventKind.SwapEnded), arguments);
        return new LoggedCondition<CityEvent>(
            run.Log.Events,
            told => match.Fits(told) && (result is null || told.Record.Summary.Result == result),
            CountBounds.Of(arguments),
            EventMatch.Shown,
            match.IsAlike);
    }
}
