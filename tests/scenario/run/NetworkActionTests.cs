using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Network, broker and city that are away, silent, slow or start anew.</summary>
public sealed class NetworkActionTests
{
    [Theory]
    [InlineData("network-away", "not-connected", "online")]
    [InlineData("broker-away", "not-connected", "offline")]
    [InlineData("city-away", "connected", "offline")]
    public void What_is_away_comes_back_and_nothing_is_missing(string action, string node, string city)
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "positioning");
        Action back = run.Begin(action)!;
        run.RunFor(100);
        Assert.True(run.IsSo("node", "lane-1", ("state", node)));
        Assert.True(run.IsSo("city", city));
        int events = run.Log.Events.Count;
        run.RunUntil("phase", "lifting");
        Assert.Equal(events, run.Log.Events.Count);
        Assert.False(run.IsSo("city", "complete"));
        back();
        run.RunUntil("city", "complete");
        Assert.InRange(run.Log.Events.Count, events + 3, int.MaxValue);
    }

    [Fact]
    public void One_node_alone_may_be_without_network_and_the_city_is_told_that_it_is_lost()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(3_000);
        Action back = run.Begin("network-away", ("node", "bays-1"))!;
        run.RunFor(2_000);
        Assert.True(run.IsSo("node", "bays-1", ("state", "lost")));
        Assert.True(run.IsSo("node", "bays-2", ("state", "online")));
        back();
        run.RunUntil("node", "bays-1", ("state", "online"));
    }

    [Fact]
    public void A_silent_network_tells_nobody_and_nothing_comes()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunTo(3_000);
        Action back = run.Begin("network-silent")!;
        int events = run.Log.Events.Count;
        run.RunUntil("phase", "positioning");
        Assert.Equal(events, run.Log.Events.Count);
        Assert.True(run.IsSo("node", "lane-1", ("state", "connected")));
        back();
        run.RunFor(60_000).RunUntil("city", "complete");
    }

    [Fact]
    public void A_broker_that_restarts_has_forgotten_and_the_nodes_come_back_to_it()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(3_000);
        int connections = run.Station.Nodes[0].Client.Connections;
        run.Begin("broker-restarts");
        run.RunUntil(() => run.Station.Nodes.All(node => node.Client.Connections == connections + 1));
        run.RunFor(5_000).RunUntil("city", "complete");
    }

    [Fact]
    public void A_slow_broker_answers_as_late_as_is_said()
    {
        using ScenarioRun run = Station(Story.Truck);
        Action end = run.Begin("broker-slow", ("by", 3_000L))!;
        run.RunTo(2_500);
        Assert.False(run.IsSo("node", "lane-1", ("state", "connected")));
        run.RunTo(4_500);
        Assert.True(run.IsSo("node", "lane-1", ("state", "connected")));
        run.RunUntil("city", "complete");
        Assert.InRange(run.NowMs, 9_000, 60_000);
        end();
        Assert.Equal(0, run.Station.Network.SlowByMs);
    }

    [Fact]
    public void Late_and_lost_words_of_the_city_leave_events_unacknowledged_for_so_long()
    {
        using ScenarioRun run = Station(Story.Truck);
        Action end = run.Begin("acks-late", ("by", 8_000L))!;
        run.RunTo(7_000);
        Assert.NotEmpty(run.Log.Events);
        Assert.False(run.IsSo("city", "complete"));
        run.RunUntil("city", "complete");
        end();
        Action found = run.Begin("acks-lost", ("node", "lane-1"))!;
        run.Begin("command", ("node", "lane-1"), ("operation", "take-out-of-service"), ("number", 3));
        run.RunFor(20_000);
        Assert.False(run.IsSo("city", "complete"));
        found();
        run.RunFor(1_000);
        run.Begin("command", ("node", "lane-1"), ("operation", "put-into-service"), ("number", 4));
        run.RunUntil("city", "complete");
    }

    [Fact]
    public void Over_TCP_what_only_memory_can_do_is_refused_in_words()
    {
        using ScenarioRun run = new(Of(Story.Truck), 1, new StationOptions { OverTcp = true });
        run.RunTo(1_000);
        Assert.Contains("cannot be silent", Assert.Throws<ScenarioException>(
            () => run.Begin("network-silent")).Message, StringComparison.Ordinal);
    }
}
