using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the city asks, and who pretends to be the city.</summary>
public static class CityActions
{
    private const string Genuine = "genuine";
    private const long UsualValidMs = 5 * 60_000;
    private const long UsualLastsMs = 60 * 60_000;
    private const long LongAgoMs = 60L * 24 * 3_600_000;

    /// <summary>Beyond every number that the city has come to.</summary>
    private const ulong StrangersId = 1ul << 40;

    private static readonly Parameter Lasts = new(
        "lasts", ParameterKind.Duration, false, "How long it counts; 1 h if not said.")
    {
        Least = 1,
        Most = ParameterRange.YearMs,
    };

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("command", "A command comes to a node.",
            [
                Parameter.Choice("operation", "What it asks for.", CityOrder.Names),
                Parameter.Node,
                Parameter.Choice("as",
                    "Who sends it: the city; a stranger without the key; somebody who repeats the city's last one, or "
                    + "sends one that has expired or is another node's. Genuine if not said.",
                    [Genuine, "forged", "replayed", "expired", "other-node"], required: false),
                new("vehicle", ParameterKind.Text, false, "Which vehicle is meant."),
                new("order", ParameterKind.Text, false, "For which order."),
                new("number", ParameterKind.Count, false, "Of an order; without it an abort means the swap that runs."),
                new("bay", ParameterKind.Bay, false, "Only this bay."),
                new("limit", ParameterKind.Power, false, "Of a power limit."),
                Lasts with { About = "How long a permission or limit counts; 1 h if not said." },
                new("valid", ParameterKind.Duration, false, "How long the node may take to obey; 5 min if not said.")
                {
                    Most = ParameterRange.YearMs,
                },
            ],
            Command)
        {
            Lasts = false,
        },
        new("power-limit", "The city limits what every bay node of the station may draw together.",
            [
                new("to", ParameterKind.Power, true, "What each bay node may draw."),
                Lasts,
            ],
            LimitPower)
        {
            Lasts = false,
        },
    ];

    private static Action? Command(ScenarioRun run, Arguments arguments)
    {
        StationNode node = run.NodeOf(arguments);
        CityCommand command = Of(run, arguments);
        long nowMs = run.Station.Network.UtcMs(run.NowMs);
        string how = arguments.Text("as", Genuine);
        if (how == Genuine)
        {
            run.Station.City.Send(node.Path, command, nowMs);
            return null;
        }

        StationNetwork network = run.Station.Network;
        byte[] key = network.KeyOf(node);
        ulong number = StrangersId + (ulong)run.NowMs;
        byte[] message = how switch
        {
            "forged" => command.Sign(node.Path, number, number, nowMs, new byte[key.Length]),
            "expired" => command.Sign(node.Path, number, number, nowMs - LongAgoMs, key),
            "other-node" => command.Sign(node.Path + "0", number, number, nowMs, key),
            _ => Last(run, node, command.Operation),
        };
        network.Stranger.Publish(CityTopic.Of(node.Path, "command"), message);
        return null;
    }

    private static byte[] Last(ScenarioRun run, StationNode node, CommandOperation operation)
    {
        CityStore store = run.Station.City.Store;
        CommandRow sent = store.Commands(node.Path).LastOrDefault(row => row.Operation == operation)
            ?? throw new ScenarioException($"the city has sent no '{CityOrder.NameOf(operation)}' to be repeated");
        return store.Message(node.Path, sent.Counter)!;
    }

    private static CityCommand Of(ScenarioRun run, Arguments arguments)
    {
        CommandOperation operation = CityOrder.Parse(arguments.Text("operation"));
        long nowMs = run.Station.Network.UtcMs(run.NowMs);
        int number = arguments.Count("number", 0);
        if (operation == CommandOperation.AbortSwap && number == 0)
        {
            number = (int)((run.NodeOf(arguments).Live?.Role as SwapRole)?.RequestId ?? 0);
        }

        return new CityCommand(operation)
        {
            Vehicle = arguments.Text("vehicle", ""),
            Order = arguments.Text("order", ""),
            Number = (ulong)number,
            Bay = arguments.Count("bay", 0),
            UntilUtcMs = nowMs + arguments.Ms("lasts", UsualLastsMs),
            Periods = arguments.Has("limit") ? [new ChargingPeriod(nowMs, (int)arguments.Number("limit"))] : [],
            Valid = TimeSpan.FromMilliseconds(arguments.Ms("valid", UsualValidMs)),
        };
    }

    private static Action? LimitPower(ScenarioRun run, Arguments arguments)
    {
        long nowMs = run.Station.Network.UtcMs(run.NowMs);
        CityCommand command = new(CommandOperation.LimitPower)
        {
            UntilUtcMs = nowMs + arguments.Ms("lasts", UsualLastsMs),
            Periods = [new ChargingPeriod(nowMs, (int)arguments.Number("to"))],
        };
        foreach (StationNode node in run.Station.Nodes.Where(node => node.Kind != NodeKind.Lane))
        {
            run.Station.City.Send(node.Path, command, nowMs);
        }

        return null;
    }
}
