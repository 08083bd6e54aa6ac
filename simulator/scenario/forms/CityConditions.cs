using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What the city has, and how nodes stand to it.</summary>
public static class CityConditions
{
    private const string Any = "any";
    private const string Connected = "connected";
    private const string NotConnected = "not-connected";

    private static readonly IReadOnlyList<string> Kinds = Choices.Of(EventKind.None);

    private static readonly IReadOnlyList<string> Reasons =
    [
        .. Choices.Of(CommandReason.None).Concat(Choices.Of(IsolationReason.None))
            .Concat(Choices.Of(CustodyReason.None)).Distinct(StringComparer.Ordinal),
    ];

    private static readonly Parameter Level = Parameter.Severity with
    {
        Required = false,
        About = "And of this level or above, 1 to 3.",
    };

    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        new("event", "The city has an event.",
            [
                Parameter.Choice("event", "Of which kind.", Kinds) with { Of = StationNames.Events },
                Parameter.AnyNode with { About = "Of which node; of any if not said." },
                Parameter.Bay,
                Parameter.Door,
                new("value", ParameterKind.Count, false, "Its value; see city.proto."),
                new("vehicle", ParameterKind.Vehicle, false, "Of which vehicle."),
                new("code", ParameterKind.PackCode, false, "Of the pack with this code."),
                Parameter.Phase with { Required = false, About = "The phase that was entered." },
                Parameter.Fault with { Required = false, About = "For which fault." },
                Parameter.Choice("finding", "What was found at the pack.", Choices.Of<PackFinding>(), required: false),
                Parameter.Choice("result", "How the swap ended.", Choices.Of(SwapResult.None), required: false) with
                {
                    Of = StationNames.Results,
                },
                Parameter.Choice("warning", "Of which warning.", WarningNames.All, required: false) with
                {
                    Of = StationNames.Warnings,
                },
                Parameter.Choice("action", "What an audit tells.", Choices.Of<AuditAction>(), required: false),
                Parameter.Choice("reason", "For which reason.", Reasons, required: false),
                Level,
                Parameter.AtLeast,
                Parameter.AtMost,
                Parameter.Exactly,
                Parameter.Choice("at", "Who has it: the city, or its own node; the city if not said.",
                    ["city", "node"], required: false),
            ],
            Told)
        {
            Against = static (station, arguments) => EventKeys.Against(station, arguments, "event"),
        },
        new("warning", "A warning stands, as its node has it.",
            [
                Parameter.Choice("warning", "Which.", [Any, .. WarningNames.OfPacks]) with
                {
                    Of = StationNames.PackWarnings,
                },
                Parameter.Bay,
                Parameter.Door,
                Level,
            ],
            Warned)
        {
            Against = PackActions.NeedsPlace,
        },
        new("alarm", "An event has come on the alarm topic, before or behind its turn.",
            [
                Parameter.Choice("alarm", "Of which kind.", [Any, .. EventKeys.Alarms]), Parameter.AnyNode,
                Parameter.Bay, Parameter.Door,
            ],
            Alarmed)
        {
            Against = static (station, arguments) => EventKeys.Against(station, arguments, "alarm"),
        },
        new("node", "How a node stands: as the city was told, or without power.",
            [
                Parameter.Node,
                Parameter.Choice("state", "How; online if not said.",
                    ["online", "maintenance", "lost", "off", Connected, NotConnected], required: false),
            ],
            Standing),
        new("command", "What became of a command of the city that was sent last.",
            [
                Parameter.Choice("command", "Which operation.", CityOrder.Names),
                Parameter.AnyNode,
                Parameter.Choice("result", "What became of it; done if not said.", Choices.Of(ResultState.None),
                    required: false),
                Parameter.Choice("reason", "And why.", Choices.Of(CommandReason.None), required: false),
            ],
            Obeyed)
        {
            Against = static (_, arguments) => arguments.Has("reason")
                && arguments.Text("result", "done") is "accepted" or "running" or "done"
                ? "what is not refused has no 'reason'; 'result' says rejected, failed or expired" : null,
        },
        new("city", "What the city has: 'complete' is every event of every node, once, and acknowledged.",
            [Parameter.Choice("city", "What.", ["complete", "online", "offline"])], Having),
        new("telemetry", "What the city has of telemetry: 'complete' is without a gap, as far as nodes kept it.",
            [
                Parameter.Choice("telemetry", "What.", ["arriving", "complete"]),
                Parameter.AnyNode,
            ],
            Sampled),
        new("energy", "Energy that chargers of bays have given, as the city was told at the end of each charge.",
            [
                Parameter.Choice("energy", "It 'agrees' with what they gave in the world, within 2 %; or was 'told'.",
                    ["agrees", "told"]),
                new("at-least", ParameterKind.Count, false, "And so many kWh or more."),
            ],
            Charged)
        {
            Scope = StationScope.Lanes,
        },
    ];

    /// <summary>
    /// The city has every event of every node, each once and in an unbroken row, and every node knows it.
    /// </summary>
    public static bool IsComplete(ScenarioRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (StationNode node in run.Station.Nodes)
        {
            if (!node.Settled)
            {
                return false;
            }
        }

        return run.Log.IsGapless;
    }

    private static LoggedCondition<CityEvent> Told(ScenarioRun run, Arguments arguments)
    {
        EventMatch match = new(run, arguments.Text("event"), arguments);
        IReadOnlyList<CityEvent> told = arguments.Text("at", "city") == "node" ? run.Stored.Events : run.Log.Events;
        return new LoggedCondition<CityEvent>(
            told, match.Fits, CountBounds.Of(arguments), EventMatch.Shown, match.IsAlike);
    }

    private static LoggedCondition<CityEvent> Alarmed(ScenarioRun run, Arguments arguments)
    {
        EventMatch match = new(run, arguments.Text("alarm"), arguments);
        return new LoggedCondition<CityEvent>(
            run.Log.Alarms, match.Fits, CountBounds.Of(arguments), EventMatch.Shown, match.IsAlike);
    }

    private static PlainCondition Warned(ScenarioRun run, Arguments arguments)
    {
        string name = arguments.Text("warning");
        PackWarning? wanted = name == Any ? null : Choices.Parse<PackWarning>(name);
        int least = Math.Max(1, arguments.Count("level", 1));
        int place = ScenarioRun.PlaceOf(arguments);
        PackWarnings? Now() => run.IsCabinet ? run.SeenDoor(place)?.Pack.Warnings : run.SeenBay(place)?.Pack.Warnings;
        int Level(PackWarnings warnings) => wanted is { } one ? warnings.Level(one) : warnings.Highest();
        return new PlainCondition(
            () => Now() is { } warnings && Level(warnings) >= least,
            () => $"at {(run.IsCabinet ? "door" : "bay")} " + Invariant($"{place} ")
                + (Now() is not { } warnings ? "no node has power" : Stand(warnings)));
    }

    private static string Stand(PackWarnings warnings)
    {
        string[] all = [.. Enum.GetValues<PackWarning>().Where(one => warnings.Level(one) > 0)
            .Select(one => Words.Of(one) + Invariant($" (level {warnings.Level(one)})"))];
        return all.Length == 0 ? "no warning stood" : $"there stood {string.Join(", ", all)}";
    }

    private static PlainCondition Standing(ScenarioRun run, Arguments arguments)
    {
        StationNode node = run.Station.Nodes.First(one => one.Name == arguments.Text("node"));
        string state = arguments.Text("state", "online");
        bool up = state == Connected;
        return state switch
        {
            "off" => new PlainCondition(
                () => !node.HasPower, () => $"{node.Name} had {(node.HasPower ? "power" : "no power")}"),
            Connected or NotConnected => new PlainCondition(
                () => node.Client.Link == MqttLink.Up == up,
                () => node.Client.Link == MqttLink.Up ? $"{node.Name} was connected"
                    : $"{node.Name} was not connected: {node.Client.DownReason}"),
            _ => new PlainCondition(
                () => run.Log.StateOf(node.Path) == state,
                () => run.Log.StateOf(node.Path) is { Length: > 0 } told
                    ? $"the last that the city was told of {node.Name} was '{told}'"
                    : $"the city was told nothing of {node.Name}"),
        };
    }

    private static LoggedCondition<CommandRow> Obeyed(ScenarioRun run, Arguments arguments)
    {
        CommandOperation operation = CityOrder.Parse(arguments.Text("command"));
        ResultState state = Choices.Parse<ResultState>(arguments.Text("result", "done"));
        CommandReason? reason = arguments.Has("reason")
            ? Choices.Parse<CommandReason>(arguments.Text("reason")) : null;
        string? node = arguments.Has("node") ? run.NodeOf(arguments).Path : null;
        return new LoggedCondition<CommandRow>(
            run.Log.Results,
            told => told.Operation == operation && told.State == state && (reason is null || told.Reason == reason)
                && (node is null || told.Node == node),
            new CountBounds(1, int.MaxValue),
            told => $"'{CityOrder.NameOf(told.Operation)}': {Words.Of(told.State)}"
                + (told.Reason == CommandReason.None ? "" : $", {Words.Of(told.Reason)}"),
            told => told.Operation == operation);
    }

    private static PlainCondition Having(ScenarioRun run, Arguments arguments)
    {
        bool online = arguments.Text("city") == "online";
        MqttClient client = run.Station.City.Client;
        return arguments.Text("city") == "complete"
            ? new PlainCondition(() => IsComplete(run), () => Lacking(run))
            : new PlainCondition(
                () => client.Link == MqttLink.Up == online,
                () => client.Link == MqttLink.Up ? "the city was online" : "the city was offline");
    }

    private static string Lacking(ScenarioRun run)
    {
        StationNode? open = run.Station.Nodes.FirstOrDefault(node => !node.Settled);
        return open is null ? run.Log.IsGapless ? "the city had everything" : Gap(run)
            : !open.HasPower ? $"{open.Name} had no power"
            : Invariant($"{open.Name} had stored {open.Node.Journal.LastStored} events, and the city had told it ")
                + Invariant($"that it has {open.Node.Journal.AcknowledgedThrough}")
                + (open.Node.Journal.HasPending ? "; others are not stored yet" : "");
    }

    private static string Gap(ScenarioRun run)
    {
        if (run.Station.City.Gaps() is not [SequenceGap first, ..])
        {
            return "the city has an event twice, and not the same";
        }

        StationNode? node = run.Station.Nodes.FirstOrDefault(one => one.Live?.Journal.Identity == first.Journal);
        string which = first.First == first.Last
            ? Invariant($"event {first.First}") : Invariant($"events {first.First} to {first.Last}");
        return $"the city misses {which} of {node?.Name ?? "a board that was replaced"}";
    }

    private static PlainCondition Sampled(ScenarioRun run, Arguments arguments)
    {
        bool complete = arguments.Text("telemetry") == "complete";
        bool Has(StationNode node)
        {
            if (node.Live is not { } running)
            {
                return false;
            }

            ulong through = run.Station.City.Store.Telemetry.Through(running.Journal.Identity);
            TelemetryStore store = running.Uplink.Telemetry.Store;
            return complete ? through >= (ulong)store.LastStored : through > 0;
        }

        return new PlainCondition(
            () => run.NodesOf(arguments).All(Has),
            () => "the city did not have all of "
                + string.Join(", ", run.NodesOf(arguments).Where(node => !Has(node)).Select(node => node.Name)));
    }

    private static PlainCondition Charged(ScenarioRun run, Arguments arguments)
    {
        double tolerance = arguments.Text("energy") == "agrees" ? 0.02 : double.MaxValue;
        double Told() => run.Log.Events.Where(told => told.Record.Kind == EventKind.ChargeEnded)
            .Sum(told => told.Record.Value) / 1000.0;
        double Given() => run.World.Bays.Sum(bay => bay.Charger.GivenWh) / 1000;
        return new PlainCondition(
            () => Math.Abs(Told() - Given()) <= Given() * tolerance && Told() >= arguments.Count("at-least", 0),
            () => Invariant($"chargers had given {Given():F0} kWh, and the city had been told of {Told():F0}"));
    }
}
