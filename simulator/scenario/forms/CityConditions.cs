using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the city has, and how nodes stand to it.</summary>
public static class CityConditions
{
    private static readonly IReadOnlyList<string> Kinds = Choices.Of(EventKind.None);

    private static readonly IReadOnlyList<string> Reasons =
    [
        .. Choices.Of(CommandReason.None).Concat(Choices.Of(IsolationReason.None))
            .Concat(Choices.Of(CustodyReason.None)).Distinct(StringComparer.Ordinal),
    ];

    private static readonly Parameter Level = new(
        "level", ParameterKind.Count, false, "And of this level or above, 1 to 3.");

    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        new("event", "The city has an event.",
            [
                Parameter.Choice("event", "Of which kind.", Kinds),
                Parameter.AnyNode with { About = "Of which node; of any if not said." },
                Parameter.Bay,
                Parameter.Door,
                new("value", ParameterKind.Count, false, "Its value; see city.proto."),
                new("vehicle", ParameterKind.Text, false, "Of which vehicle."),
                new("code", ParameterKind.Text, false, "Of the pack with this code."),
                Parameter.Choice("phase", "The phase that was entered.", Choices.Of<Phase>(), required: false),
                Parameter.Choice("fault", "For which fault.", Choices.Of<Fault>(), required: false),
                Parameter.Choice("finding", "What was found at the pack.", Choices.Of<PackFinding>(), required: false),
                Parameter.Choice("result", "How the swap ended.", Choices.Of<SwapResult>(), required: false),
                Parameter.Choice("warning", "Of which warning.", WarningNames.All, required: false),
                Parameter.Choice("action", "What an audit tells.", Choices.Of<AuditAction>(), required: false),
                Parameter.Choice("reason", "For which reason.", Reasons, required: false),
                Level,
                new("at-least", ParameterKind.Count, false, "So many of them or more; 1 if not said."),
                new("at-most", ParameterKind.Count, false, "So many of them or fewer."),
                new("exactly", ParameterKind.Count, false, "Just so many of them."),
                Parameter.Choice("at", "Who has it: the city, or its own node; the city if not said.",
                    ["city", "node"], required: false),
            ],
            ScenarioRun.Unmade),
        new("warning", "A warning stands, as its node has it.",
            [
                Parameter.Choice("warning", "Which.", ["any", .. WarningNames.OfPacks]), Parameter.Bay, Parameter.Door,
                Level,
            ],
            ScenarioRun.Unmade),
        new("alarm", "An event has come on the alarm topic, before or behind its turn.",
            [
                Parameter.Choice("alarm", "Of which kind.", ["any", .. Kinds]), Parameter.AnyNode, Parameter.Bay,
                Parameter.Door,
            ],
            ScenarioRun.Unmade),
        new("node", "How a node stands: as the city was told, or without power.",
            [
                Parameter.Node,
                Parameter.Choice("state", "How; online if not said.",
                    ["online", "maintenance", "lost", "off", "connected", "not-connected"], required: false),
            ],
            ScenarioRun.Unmade),
        new("command", "What became of a command of the city that was sent last.",
            [
                Parameter.Choice("command", "Which operation.", CityOrder.Names),
                Parameter.AnyNode,
                Parameter.Choice("result", "What became of it; done if not said.", Choices.Of(ResultState.None),
                    required: false),
                Parameter.Choice("reason", "And why.", Choices.Of(CommandReason.None), required: false),
            ],
            ScenarioRun.Unmade),
        new("city", "What the city has: 'complete' is every event of every node, once, and acknowledged.",
            [Parameter.Choice("city", "What.", ["complete", "online", "offline"])], ScenarioRun.Unmade),
        new("telemetry", "What the city has of telemetry: 'complete' is without a gap, as far as nodes kept it.",
            [
                Parameter.Choice("telemetry", "What.", ["arriving", "complete"]),
                Parameter.AnyNode,
            ],
            ScenarioRun.Unmade),
    ];
}
