using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Client and broker over the network in memory: the same pump, no socket, every run the same.</summary>
public sealed class MemoryNetworkTests : IDisposable
{
    private readonly MemoryListener _network = new();
    private readonly Broker _broker;
    private readonly MqttPump _pump;
    private readonly MqttClient _node;
    private readonly MqttClient _city;
    private long _nowMs;

    public MemoryNetworkTests()
    {
        _broker = new Broker(_network);
        _pump = new MqttPump(_broker);
        _node = Client("node");
        _city = Client("city");
        Up();
    }

    public void Dispose()
    {
        _node.Dispose();
        _city.Dispose();
        _broker.Dispose();
    }

    [Fact]
    public void A_message_of_any_size_arrives_and_is_acknowledged_before_time_goes_on()
    {
        byte[] large = new byte[100_000];
        new Random(3).NextBytes(large);
        int id = _node.Publish("a", large);
        Quiet();
        Assert.Equal(id, _node.Acknowledged());
        Assert.Equal(large, _city.Receive()!.Payload.ToArray());
    }

    [Fact]
    public void The_same_life_takes_the_same_number_of_rounds_every_time()
    {
        int Rounds()
        {
            using MemoryNetworkTests life = new();
            for (int i = 0; i < 8; i++)
            {
                life._node.Publish("a", new byte[20_000]);
            }

            life.Quiet();
            return life._pump.Rounds;
        }

        Assert.Equal(Rounds(), Rounds());
        Assert.InRange(Rounds(), 3, 100);
    }

    [Fact]
    public void A_network_that_is_away_ends_connections_and_refuses_new_ones_until_it_is_back()
    {
        _network.Away = true;
        Quiet();
        Assert.Equal((MqttLink.Down, "connection lost"), (_node.Link, _node.DownReason));
        _node.Connect();
        Quiet();
        Assert.Equal("no connection", _node.DownReason);
        _network.Away = false;
        Up();
    }

    [Fact]
    public void A_network_that_holds_everything_back_loses_nothing()
    {
        _network.Held = true;
        _node.Publish("a", [1]);
        for (int i = 0; i < 10; i++)
        {
            _node.Pump(0);
            _broker.Pump(0);
        }

        Assert.Equal((0, 1), (_city.Inbox, _node.InFlight));
        _network.Held = false;
        Quiet();
        Assert.Equal((1, 0), (_city.Inbox, _node.InFlight));
    }

    [Fact]
    public void A_packet_that_is_cut_in_the_middle_is_not_delivered_whatever_the_place()
    {
        for (int arrives = 0; arrives < 9; arrives++)
        {
            _node.Publish("a", [1, 2, 3, 4]);
            _node.Pump(0);
            _network.CutAll(arrives);
            Quiet();
            Assert.Equal(MqttLink.Down, _node.Link);
            Up();
            Assert.Equal(0, _city.Inbox);
        }
    }

    private MqttClient Client(string name)
    {
        MqttClient client = new(new MqttClientOptions(new MqttConnect(name)), _network.Connect);
        _pump.Add(client);
        return client;
    }

    private void Up()
    {
        _node.Connect();
        _city.Connect();
        Quiet();
        _city.Subscribe("a");
        Quiet();
        Assert.Equal((MqttLink.Up, MqttLink.Up), (_node.Link, _city.Link));
    }

    private void Quiet() => Assert.True(_pump.UntilQuiet(_nowMs += 1_000), "did not become quiet");
}
