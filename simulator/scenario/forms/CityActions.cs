using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the city asks, and who pretends to be the city.</summary>
public static class CityActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("command", "A command comes to a node.",
            [
                Parameter.Choice("operation", "What it asks for.", CityOrder.Names),
                Parameter.Node,
                Parameter.Choice("as",
                    "Who sends it: the city; a stranger without the key; somebody who repeats the city's last one, or "
                    + "sends one that has expired or is another node's. Genuine if not said.",
                    ["genuine", "forged", "replayed", "expired", "other-node"], required: false),
                new("vehicle", ParameterKind.Text, false, "Which vehicle is meant."),
                new("order", ParameterKind.Text, false, "For which order."),
                new("number", ParameterKind.Count, false, "Of an order; without it an abort means the swap that runs."),
                new("bay", ParameterKind.Bay, false, "Only this bay."),
                new("limit", ParameterKind.Power, false, "Of a power limit."),
                new("lasts", ParameterKind.Duration, false, "How long an authorisation or a limit counts."),
                new("valid", ParameterKind.Duration, false, "How long the node may take to obey; 5 min if not said."),
            ],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("power-limit", "The city limits what every bay node of the station may draw together.",
            [new("to", ParameterKind.Power, true, "What each bay node may draw.")], ScenarioRun.NotYet)
        {
            Lasts = false,
        },
    ];
}
