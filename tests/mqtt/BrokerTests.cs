using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Our client and our broker over TCP.</summary>
public sealed class BrokerTests : IDisposable
{
    private readonly Broker _broker = new(new BrokerOptions { QueueOfASession = 30, Window = 5 });
    private readonly Talk _talk;

    public BrokerTests() => _talk = new Talk(_broker);

    public void Dispose()
    {
        _talk.Dispose();
        _broker.Dispose();
    }

    [Fact]
    public void A_published_message_is_acknowledged_and_kept_until_the_receiver_confirms_it()
    {
        MqttClient node = _talk.Connect("node");
        MqttClient city = _talk.Connect("city");
        Assert.True(city.Subscribe("swap/+/event"));
        _talk.UntilQuiet();
        int id = node.Publish("swap/n1/event", "one"u8);
        Assert.False(node.Idle);
        _talk.UntilQuiet();
        Assert.Equal((id, 0), (node.Acknowledged(), node.Acknowledged()));
        Assert.True(node.Idle);

        MqttMessage message = city.Receive()!;
        Assert.Equal("swap/n1/event one False", $"{message.Topic} {Text(message)} {message.Retain}");
        Assert.False(_broker.Idle);
        city.Confirm(message);
        _talk.UntilQuiet();
        Assert.True(_broker.Idle);
    }

    [Fact]
    public void The_window_holds_back_what_comes_after_eight_that_are_not_acknowledged()
    {
        MqttClient node = _talk.Connect("node");
        for (int i = 0; i < 8; i++)
        {
            Assert.NotEqual(0, node.Publish("a", [(byte)i]));
        }

        Assert.Equal(0, node.Publish("a", [8]));
        _talk.UntilQuiet();
        Assert.NotEqual(0, node.Publish("a", [8]));
    }

    [Fact]
    public void A_broken_connection_publishes_the_will_and_a_goodbye_does_not()
    {
        MqttClient city = _talk.Connect("city");
        city.Subscribe("+/state");
        MqttClient node = _talk.Connect(new MqttConnect("node")
        {
            Will = new MqttMessage("n/state", "lost"u8.ToArray(), Qos: 1, Retain: true),
        });
        node.Disconnect();
        _talk.UntilQuiet();
        Assert.Equal(0, city.Inbox);

        node.Connect();
        _talk.UntilQuiet();
        node.Cut("power cut");
        _talk.UntilQuiet();
        Assert.Equal("lost", Text(city.Receive()!));
        Assert.Contains("node: connection lost", _broker.Closures);

        MqttClient late = _talk.Connect("late");
        late.Subscribe("n/state");
        _talk.UntilQuiet();
        MqttMessage kept = late.Receive()!;
        Assert.Equal("lost True", $"{Text(kept)} {kept.Retain}");
    }

    [Fact]
    public void Retained_messages_come_with_a_subscription_and_an_empty_one_removes_them()
    {
        MqttClient node = _talk.Connect("node");
        node.Publish("a/state", "online"u8, retain: true);
        node.Publish("b/state", "online"u8, retain: true);
        node.Publish("b/state", [], retain: true);
        _talk.UntilQuiet();
        Assert.Equal(1, _broker.RetainedCount);
        MqttClient city = _talk.Connect("city");
        city.Subscribe("+/state");
        _talk.UntilQuiet();
        Assert.Equal("a/state", city.Receive()!.Topic);
        Assert.Null(city.Receive());
    }

    [Fact]
    public void Filters_that_overlap_deliver_a_message_once()
    {
        MqttClient city = _talk.Connect("city");
        city.Subscribe("a/#", qos: 0);
        city.Subscribe("a/+", qos: 1);
        _talk.UntilQuiet();
        city.Publish("a/b", [1]);
        _talk.UntilQuiet();
        Assert.Equal(1, city.Receive()!.Qos);
        Assert.Null(city.Receive());
    }

    [Fact]
    public void A_persistent_session_receives_what_came_while_it_was_away_and_a_clean_one_does_not()
    {
        MqttClient node = _talk.Connect("node");
        MqttClient keeps = _talk.Connect(new MqttConnect("keeps") { CleanSession = false });
        MqttClient forgets = _talk.Connect("forgets");
        keeps.Subscribe("a");
        forgets.Subscribe("a");
        _talk.UntilQuiet();
        keeps.Disconnect();
        forgets.Disconnect();
        _talk.UntilQuiet();
        node.Publish("a", [1]);
        _talk.UntilQuiet();
        keeps.Connect();
        forgets.Connect();
        _talk.UntilQuiet();
        Assert.Equal((true, 1), (keeps.SessionPresent, keeps.Inbox));
        Assert.Equal((false, 0), (forgets.SessionPresent, forgets.Inbox));
    }

    [Fact]
    public void A_message_that_was_not_confirmed_comes_again_and_is_marked()
    {
        MqttClient city = _talk.Connect(new MqttConnect("city") { CleanSession = false });
        city.Subscribe("a");
        _talk.UntilQuiet();
        city.Publish("a", [1]);
        _talk.UntilQuiet();
        Assert.False(city.Receive()!.Duplicate);
        Assert.True(_broker.Drop("city"));
        _talk.UntilQuiet();
        city.Connect();
        _talk.UntilQuiet();
        MqttMessage again = city.Receive()!;
        Assert.True(again.Duplicate);
        city.Confirm(again);
        _talk.UntilQuiet();
        Assert.True(_broker.Idle);
    }

    [Fact]
    public void A_confirmation_never_reaches_over_to_the_next_connection()
    {
        MqttClient city = _talk.Connect(new MqttConnect("city") { CleanSession = false });
        city.Subscribe("a");
        _talk.UntilQuiet();
        city.Publish("a", [1]);
        _talk.UntilQuiet();
        city.Cut("power cut");
        city.Connect();
        _talk.UntilQuiet();
        Assert.Equal(2, city.Inbox);
        city.Confirm(city.Receive()!);
        _talk.UntilQuiet();
        Assert.False(_broker.Idle);
        city.Confirm(city.Receive()!);
        _talk.UntilQuiet();
        Assert.True(_broker.Idle);
    }

    [Fact]
    public void What_the_broker_never_acknowledged_is_sent_again_after_the_connection_broke()
    {
        MqttClient city = _talk.Connect("city");
        city.Subscribe("a");
        MqttClient node = _talk.Connect(new MqttConnect("node") { CleanSession = false });
        int id = node.Publish("a", [7]);
        node.Cut("before a byte was sent");
        _talk.UntilQuiet();
        Assert.Equal(0, city.Inbox);
        node.Connect();
        _talk.UntilQuiet();
        Assert.Equal(id, node.Acknowledged());
        Assert.Equal(7, city.Receive()!.Payload.Span[0]);
    }

    [Fact]
    public void A_clean_session_begins_with_nothing_in_flight()
    {
        MqttClient node = _talk.Connect("node");
        node.Publish("a", [7]);
        node.Cut("before a byte was sent");
        node.Connect();
        _talk.UntilQuiet();
        Assert.Equal((0, 0), (node.InFlight, node.Acknowledged()));
    }

    [Fact]
    public void A_second_connection_with_the_same_name_takes_over()
    {
        MqttClient first = _talk.Connect("node");
        MqttClient second = _talk.Connect("node");
        Assert.Equal((MqttLink.Down, MqttLink.Up), (first.Link, second.Link));
        Assert.Contains("node: taken over by a new connection", _broker.Closures);
        Assert.Equal((1, 1), (_broker.ConnectionCount, _broker.SessionCount));
    }

    [Fact]
    public void The_queue_of_a_session_is_bounded_and_what_is_dropped_is_counted()
    {
        MqttClient node = _talk.Connect("node");
        MqttClient city = _talk.Connect(new MqttConnect("city") { CleanSession = false });
        city.Subscribe("a");
        _talk.UntilQuiet();
        city.Disconnect();
        _talk.UntilQuiet();
        for (int i = 0; i < 40; i++)
        {
            Assert.NotEqual(0, node.Publish("a", [(byte)i]));
            _talk.UntilQuiet();
        }

        Assert.Equal(10, _broker.Counts.Dropped);
        city.Connect();
        Assert.Equal(Enumerable.Range(0, 30), Drain(city));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_client_that_takes_nothing_is_not_read_and_loses_nothing(int qos)
    {
        MqttClient node = _talk.Connect("node");
        MqttClient slow = _talk.Add(new MqttConnect("slow"), inbox: 2);
        slow.Connect();
        _talk.UntilQuiet();
        slow.Subscribe("a");
        _talk.UntilQuiet();
        for (int i = 0; i < 10; i++)
        {
            node.Publish("a", [(byte)i], qos);
            _talk.UntilQuiet();
            Assert.InRange(slow.Inbox, 0, 2);
        }

        Assert.Equal(Enumerable.Range(0, 10), Drain(slow));
    }

    [Fact]
    public void A_party_that_joins_a_quiet_round_is_heard_at_the_same_moment()
    {
        _talk.UntilQuiet();
        int calls = 0;
        _talk.Pump.Add(_ => ++calls < 3);
        _talk.UntilQuiet();
        Assert.Equal(3, calls);
    }

    private List<int> Drain(MqttClient client)
    {
        List<int> received = [];
        _talk.UntilQuiet();
        while (client.Receive() is { } message)
        {
            received.Add(message.Payload.Span[0]);
            client.Confirm(message);
            _talk.UntilQuiet();
        }

        return received;
    }

    private static string Text(MqttMessage message) => Encoding.ASCII.GetString(message.Payload.Span);
}
