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
        Deadline.WaitFor(() => broker.Errors.Contains("lane-1", StringComparison.Ordinal), () => { });
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
        (int exitCode, string output, string error) = CliRun.Of("run", file, "--broker", "mqtt://127.0.0.1:1");
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Equal(
            $"{file}:4:12: 'broker-restarts': a broker of others (--broker) is not ours to restart", error.TrimEnd());
    }

    [Fact]
    public void A_network_of_others_is_silent_and_slow_for_the_nodes_and_the_city_of_a_scenario()
    {
        using ScenarioFolder folder = new();
        using Mosquitto broker = Mosquitto.Broker(out IPEndPoint address);
        string file = folder.Write("silent.yaml", """
            scenario: The network to a broker of others is silent, and then slow
            station: { boards: virtual }
            arrivals: []
            happens:
              - { at: 2 s, do: network-silent, for: 3 s }
              - { at: 2500 ms, do: restart, node: bays-1 }
              - { at: 5500 ms, do: broker-slow, by: 2 s }
              - { at: 6 s, do: restart, node: bays-2 }
            expect:
              - never: { event: boot, node: bays-1, at-least: 2 }
                within: 4900 ms
              - eventually: { event: boot, node: bays-1, exactly: 2 }
                within: 15 s
              - never: { event: boot, node: bays-2, at-least: 2 }
                within: 8 s
              - eventually: { event: boot, node: bays-2, exactly: 2 }
            limit: 40 s
            """);
        (int exitCode, string output, string error) = CliRun.Of("run", file, "--broker", $"mqtt://{address}");
        Assert.True(exitCode == ExitCode.Passed, output + error);
    }
}
