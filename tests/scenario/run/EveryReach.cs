using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Actions that are for every station: nodes, network, city. The first node is meant.</summary>
internal static class EveryReach
{
    public static IEnumerable<Reach> Of(ScenarioRun run)
    {
        string node = run.Station.Nodes[0].Name;
        (string, object) it = ("node", node);
        int starts = 0;
        ulong journal = 0;
        return
        [
            new("network-away", at => at.IsSo("node", node, ("state", "not-connected"))) { SettleMs = 9_000 },
            new("network-silent", static at => at.Station.Network.Silent),
            new("broker-away", at => at.IsSo("node", node, ("state", "not-connected"))) { SettleMs = 40_000 },
            new("broker-slow", static at => at.Station.Network.SlowByMs == 300, ("by", 300L)),
            new("city-away", at => at.IsSo("city", "offline")) { SettleMs = 9_000 },
            new("acks-late", at => First(at).Uplink.AcksLateMs == 400, ("by", 400L)),
            new("acks-lost", at => First(at).Uplink.AcksLost),
            new("broker-restarts", at => at.IsSo("node", node, ("state", "not-connected")))
            {
                SettleMs = 50, Stays = true,
            },
            new("attendant", static at => 300_000 == (at.IsCabinet
                ? at.Cabinet.Attendant.ComesAfterMs : at.World.Lanes[0].Attendant.ComesAfterMs),
                ("comes-after", 300_000L)),
            new("store-fails", at => First(at).Medium.Answer == StoreResult.Failed, it),
            new("store-full", at => First(at).Medium.Answer == StoreResult.Full, it),
            new("clock-jumps", at => First(at).Clock.UtcMs - at.Station.Network.UtcMs(at.NowMs) > 3_000_000,
                it, ("by", 3_600_000L)),
            new("clock-unknown", at => First(at).Clock.UtcQuality == TimeQuality.Unknown, it),
            new("command", static at => at.Log.Results.Any(told => told.State == ResultState.Done), it,
                ("operation", "take-out-of-service"), ("number", 7)) { SettleMs = 3_000, Stays = true },
            new("power-limit", static at => at.Log.Results.Any(told =>
                told.Operation == CommandOperation.LimitPower), ("to", 5_000.0)) { SettleMs = 3_000, Stays = true },
            new("power-cut", at => at.IsSo("node", node, ("state", "off")), it) { SettleMs = 3_000 },
            new("restart", at => First(at).Starts > Noted(ref starts, First(at).Starts), it)
            {
                SettleMs = 2_000, Stays = true,
            },
            new("power-cut-in-append", at => TornBySomethingToWrite(at), it, ("bytes", 3), ("off", 500L))
            {
                SettleMs = 100, Stays = true,
            },
            new("replace", at => First(at).Node.Journal.Identity != Noted(ref journal, First(at).Node.Journal.Identity),
                it) { SettleMs = 3_000, Stays = true },
        ];
    }

    private static bool TornBySomethingToWrite(ScenarioRun run)
    {
        run.Begin("command", ("node", First(run).Name), ("operation", "put-into-service"), ("number", 8));
        run.RunFor(3_000);
        return First(run).Medium.Torn > 0;
    }

    private static StationNode First(ScenarioRun run) => run.Station.Nodes[0];

    /// <summary>What it was when it was first asked for.</summary>
    private static T Noted<T>(ref T noted, T now)
        where T : struct, IEquatable<T>
    {
        noted = noted.Equals(default) ? now : noted;
        return noted;
    }
}
