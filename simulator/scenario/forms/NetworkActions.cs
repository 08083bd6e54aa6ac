namespace SwapEdge.Simulator;

/// <summary>The way to the city.</summary>
public static class NetworkActions
{
    private static readonly Parameter By = new("by", ParameterKind.Duration, true, "How late.")
    {
        Least = 1,
        IsInRun = true,
    };

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("network-away", "The station has no network: connections end, and none can be made.",
            [Parameter.AnyNode],
            (run, arguments) => NodeActions.OfNodes(
                run, arguments, "network", true, false, static (node, away) => node.NetworkAway = away)),
        Of("network-silent", "The network takes what is sent and brings nothing: nobody is told that it is gone.",
            static (network, silent) => network.Silent = silent),
        Of("broker-away", "The broker is not there; it still knows everything when it comes back.",
            static (network, away) => network.BrokerAway = away),
        new("broker-restarts", "The broker restarts and has forgotten sessions and retained messages.",
            [],
            (run, _) =>
            {
                run.Station.Network.RestartBroker();
                return null;
            })
        {
            Lasts = false,
            AgainstForeignBroker = "a broker of others (--broker) is not ours to restart",
        },
        new("broker-slow", "The broker answers late.",
            [By],
            (run, arguments) =>
            {
                StationNetwork network = run.Station.Network;
                return run.Hold(network, "slow", (int)arguments.Ms("by"), 0, byMs => network.SlowByMs = byMs);
            }),
        Of("city-away", "The city is offline; the broker is there and keeps what is for it.",
            static (network, away) => network.CityAway = away),
        new("acks-late", "The city's word that it has stored something comes late.",
            [By, Parameter.AnyNode],
            (run, arguments) => NodeActions.OfNodes(
                run, arguments, "acks-late", arguments.Ms("by"), 0, static (node, byMs) =>
                    node.Uplink.AcksLateMs = byMs)),
        new("acks-lost", "The city's word that it has stored something does not come.",
            [Parameter.AnyNode],
            (run, arguments) => NodeActions.OfNodes(
                run, arguments, "acks-lost", true, false, static (node, lost) => node.Uplink.AcksLost = lost)),
    ];

    private static ActionForm Of(string name, string about, Action<StationNetwork, bool> set) =>
        new(name, about, [], (run, _) =>
        {
            StationNetwork network = run.Station.Network;
            return run.Hold(network, name, on => set(network, on));
        });
}
