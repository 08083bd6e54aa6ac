using System.Diagnostics;
using System.Net;
using System.Text;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.City;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Our client against mosquitto, and mosquitto's clients against our broker. Real time.</summary>
public sealed class ForeignPeerTests
{
    private const string Node = "linfen/s1/lane";

    private readonly long _began = Stopwatch.GetTimestamp();

    private long NowMs => (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    [Fact]
    public void Our_client_publishes_receives_and_resumes_its_session_at_mosquitto()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using MqttClient client = Client(address, new MqttConnect("node") { CleanSession = false, KeepAliveS = 30 });
        Up(client);
        Assert.False(client.SessionPresent);
        Assert.True(client.Subscribe("a/+"));
        Assert.NotEqual(0, client.Publish("a/b", "kept"u8, retain: true));
        Until(() => client is { Idle: true, Inbox: 1 }, client);
        Assert.Equal("a/b kept", Text(client.Receive()!));

        // Not confirmed before the cut: mosquitto has to send it again.
        client.Cut("cable");
        Up(client);
        Until(() => client.Inbox == 1, client);
        MqttMessage again = client.Receive()!;
        Assert.True(client.SessionPresent && again.Duplicate);
        client.Confirm(again);
        Until(() => client.Idle, client);
    }

    [Fact]
    public void Mosquitto_publishes_our_will_when_our_connection_breaks()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using MqttClient city = Client(address, new MqttConnect("city"));
        Up(city);
        city.Subscribe("+/state");
        using MqttClient node = Client(address, new MqttConnect("node")
        {
            Will = new MqttMessage("n/state", "lost"u8.ToArray(), Qos: 1, Retain: true),
        });
        Up(node);
        Until(() => city.Idle, city, node);
        node.Cut("power cut");
        Until(() => city.Inbox == 1, city);
        Assert.Equal("n/state lost", Text(city.Receive()!));
    }

    [Fact]
    public void A_node_and_the_city_meet_at_mosquitto_and_an_event_is_acknowledged()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        NodeKeys keys = new();
        keys.Add(Node, NodeKeys.Derive(1, Node));
        MqttClient cityClient = Client(address, new MqttConnect("city") { CleanSession = false });
        using ReferenceCity city = new(cityClient, new CityStore(":memory:"), keys);
        using MqttClient node = Client(address, new MqttConnect("lane"));
        Up(node);
        node.Subscribe(CityTopic.Of(Node, "ack"));
        Until(() => node.Idle, node);
        Until(() => !city.Serve(NowMs, 1) && cityClient is { Link: MqttLink.Up, Idle: true }, cityClient);
        node.Publish(CityTopic.Of(Node, "event"), Events.Encode(Events.Step(1)));
        Until(() => !city.Serve(NowMs, 1) && node.Inbox == 1, cityClient, node);
        byte[] ack = node.Receive()!.Payload.ToArray();
        AckRecord record = new();
        Assert.Equal(DecodeResult.Ok, AckCodec.Decode(ack, 0, ack.Length, record));
        Assert.Equal((Events.Journal, 1ul), (record.Journal, record.EventThrough));
    }

    [Fact]
    public void Mosquittos_clients_publish_and_receive_at_our_broker()
    {
        Mosquitto.Need("mosquitto_sub");
        using Broker broker = new();
        using Mosquitto sub = Mosquitto.Client(
            "mosquitto_sub", broker.Port, "-q", "1", "-t", "swap/+/state", "-v", "-C", "3");
        Deadline.WaitFor(() => broker.Counts.Subscribed == 1, () => broker.Pump(NowMs));
        string big = new('x', 20_000);
        Publish(broker, "-q", "1", "-t", "swap/n1/state", "-m", "online", "-r");
        Publish(broker, "-q", "0", "-t", "swap/n2/state", "-m", big);
        Publish(broker, "-q", "1", "-t", "swap/n1/other", "-m", "not subscribed");
        Publish(broker, "-q", "1", "-t", "swap/n3/state", "-m", "last", "-u", "name", "-P", "word");
        Deadline.WaitFor(() => sub.HasExited && sub.Lines.Count >= 3, () => broker.Pump(NowMs));
        Assert.Equal(0, sub.ExitCode);
        Assert.Equal(["swap/n1/state online", "swap/n2/state " + big, "swap/n3/state last"], sub.Lines.Take(3));

        using Mosquitto late = Mosquitto.Client("mosquitto_sub", broker.Port, "-t", "#", "-v", "-C", "1");
        Deadline.WaitFor(() => late.HasExited && late.Lines.Count >= 1, () => broker.Pump(NowMs));
        Assert.Equal("swap/n1/state online", late.Lines[0]);
    }

    [Fact]
    public void A_session_of_mosquittos_client_is_kept_by_our_broker()
    {
        Mosquitto.Need("mosquitto_sub");
        using Broker broker = new();
        string[] subscriber = ["-q", "1", "-t", "a", "-c", "-i", "keeper"];
        using Mosquitto first = Mosquitto.Client("mosquitto_sub", broker.Port, [.. subscriber, "-E"]);
        Deadline.WaitFor(() => first.HasExited && broker.ConnectionCount == 0, () => broker.Pump(NowMs));
        Publish(broker, "-q", "1", "-t", "a", "-m", "while away");
        using Mosquitto second = Mosquitto.Client("mosquitto_sub", broker.Port, [.. subscriber, "-C", "1"]);
        Deadline.WaitFor(() => second.HasExited && second.Lines.Count >= 1, () => broker.Pump(NowMs));
        Assert.Equal("while away", second.Lines[0]);
    }

    [Fact]
    public void A_foreign_client_of_version_5_is_told_that_this_is_3_1_1()
    {
        Mosquitto.Need("mosquitto_pub");
        using Broker broker = new();
        using Mosquitto publisher = Mosquitto.Client("mosquitto_pub", broker.Port, "-V", "5", "-t", "a", "-m", "x");
        Deadline.WaitFor(() => publisher.HasExited, () => broker.Pump(NowMs));
        Assert.NotEqual(0, publisher.ExitCode);
        Assert.Contains("unknown: CONNECT answered with return code 1", broker.Closures);
    }

    private void Publish(Broker broker, params string[] arguments)
    {
        using Mosquitto publisher = Mosquitto.Client("mosquitto_pub", broker.Port, arguments);
        Deadline.WaitFor(() => publisher.HasExited, () => broker.Pump(NowMs));
        Assert.True(publisher.ExitCode == 0, publisher.Errors);
    }

    private static MqttClient Client(IPEndPoint address, MqttConnect connect) =>
        new(new MqttClientOptions(connect), () => TcpConnection.Connect(address));

    private void Up(MqttClient client)
    {
        client.Connect();
        Until(() => client.Link == MqttLink.Up, client);
    }

    private void Until(Func<bool> condition, params MqttClient[] clients) => Deadline.WaitFor(condition, () =>
    {
        foreach (MqttClient client in clients)
        {
            client.Pump(NowMs);
        }
    });

    private static string Text(MqttMessage message) =>
        $"{message.Topic} {Encoding.ASCII.GetString(message.Payload.Span)}";
}
