using System.Net;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>Nodes and city of a scenario at a broker of others, in real time.</summary>
public class ForeignBrokerTests
{
    [Fact]
    public void Nodes_and_city_of_a_scenario_meet_at_mosquitto()
    {
        using ScenarioFolder folder = new();
        using Mosquitto broker = Mosquitto.Broker(out IPEndPoint address);
        string file = folder.Write("away.yaml", """
            scenario: A station tells the city at a broker of others that it is there
            station: { boards: virtual }
            arrivals: []
            expect:
              - eventually: { event: boot, exactly: 3 }
              - eventually: { node: lane-1, state: online }
            until: { event: boot, exactly: 3 }
            limit: 1 min
            """);
        (int exitCode, string output, string error) = CliRun.Of("run", file, "--broker", $"mqtt://{address}");
        Assert.True(exitCode == ExitCode.Passed, output + error);
        Assert.Contains("lane-1", broker.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broker_of_others_cannot_be_restarted_by_a_scenario()
    {
        using ScenarioFolder folder = new();
        string file = folder.Write("restart.yaml", """
            scenario: The broker restarts
            station: { boards: virtual }
            arrivals: []
            happens: [ { at: 100 ms, do: broker-restarts } ]
            until: { time: 1 s }
            """);
        (int exitCode, string output, _) = CliRun.Of("run", file, "--broker", "mqtt://127.0.0.1:1");
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains(
            $"{file}:4:12: happens: broker-restarts: a broker of others is not ours to restart", output,
            StringComparison.Ordinal);
    }
}
