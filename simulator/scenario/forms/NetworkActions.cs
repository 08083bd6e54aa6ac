namespace SwapEdge.Simulator;

/// <summary>The way to the city.</summary>
public static class NetworkActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("network-away", "The station has no network: connections end, and none can be made.",
            [Parameter.AnyNode], ScenarioRun.NotYet),
        new("network-silent", "The network takes what is sent and brings nothing: nobody is told that it is gone.",
            [], ScenarioRun.NotYet),
        new("broker-away", "The broker is not there; it still knows everything when it comes back.",
            [], ScenarioRun.NotYet),
        new("broker-restarts", "The broker restarts and has forgotten sessions and retained messages.",
            [], ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("broker-slow", "The broker answers late.",
            [new("by", ParameterKind.Duration, true, "How late.")], ScenarioRun.NotYet),
        new("city-away", "The city is offline; the broker is there and keeps what is for it.",
            [], ScenarioRun.NotYet),
        new("acks-late", "The city's word that it has stored something comes late.",
            [new("by", ParameterKind.Duration, true, "How late.")], ScenarioRun.NotYet),
        new("acks-lost", "The city's word that it has stored something does not come.",
            [Parameter.AnyNode], ScenarioRun.NotYet),
    ];
}
