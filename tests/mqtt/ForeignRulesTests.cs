using System.Diagnostics;
using System.Net;
using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Wills, keep-alives, levels of quality and sizes between mosquitto's programs and ours. Real time.</summary>
public sealed class ForeignRulesTests : IDisposable
{
    private readonly Broker _broker = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<MqttClient> _clients = [];
    private long _jumpMs;

    private long NowMs => _jumpMs + (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _broker.Dispose();
    }

    [Fact]
    public void The_will_of_a_foreign_client_is_published_when_it_dies_and_when_it_falls_silent()
    {
        MqttClient city = Ours("city", _broker.Port);
        city.Subscribe("+/state");
        Until(() => city.Idle);
        string[] will = ["--will-topic", "n/state", "--will-payload", "lost", "--will-qos", "1", "-t", "x", "-k", "5"];
        using (Mosquitto dies = Mosquitto.Client("mosquitto_sub", _broker.Port, [.. will, "-i", "dies"]))
        {
            Until(() => _broker.Counts.Subscribed == 2);
        }

        Until(() => city.Inbox == 1);
        Assert.Equal("n/state lost", Text(city.Receive()!));

        using Mosquitto silent = Mosquitto.Client("mosquitto_sub", _broker.Port, [.. will, "-i", "silent"]);
        Until(() => _broker.Counts.Subscribed == 3);
        _jumpMs += 7_501;
        Until(() => city.Inbox == 1);
        Assert.Contains(_broker.Closures, why => why.StartsWith("silent: silent for 75", StringComparison.Ordinal));
    }

    [Fact]
    public void A_foreign_client_that_pings_is_answered_and_stays()
    {
        using Mosquitto foreign = Mosquitto.Client("mosquitto_sub", _broker.Port, "-t", "x", "-k", "5");
        Until(() => _broker.Counts.Subscribed == 1);
        long began = NowMs;

        // Without a ping the broker would close it after 7.5 s, and without an answer it would give up itself.
        Until(() => NowMs - began > 7_800);
        Assert.Equal((1, 0L), (_broker.ConnectionCount, _broker.Counts.Refused));
    }

    [Fact]
    public void Our_client_pings_mosquitto_in_time_and_is_not_thrown_out()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        MqttClient client = Ours("node", address.Port, keepAliveS: 2);
        long began = NowMs;
        Until(() => NowMs - began > 4_200);
        Assert.Equal((MqttLink.Up, 1), (client.Link, client.Connections));
        Until(() => mosquitto.Errors.Contains("Sending PINGRESP to node", StringComparison.Ordinal));
    }

    [Fact]
    public void Quality_2_is_refused_when_published_and_granted_as_1_when_subscribed()
    {
        using Mosquitto sub = Mosquitto.Client(
            "mosquitto_sub", _broker.Port, "-t", "a", "-q", "2", "-C", "1", "-F", "%q %p");
        Until(() => _broker.Counts.Subscribed == 1);
        using Mosquitto pub = Mosquitto.Client(
            "mosquitto_pub", _broker.Port, "-i", "p", "-t", "a", "-q", "2", "-m", "x");
        Until(() => _broker.Counts.Refused > 0);
        Assert.Contains("p: PUBLISH with QoS 2, which this broker does not do", _broker.Closures);
        Assert.Equal(0, _broker.Counts.Received);
        Foreign("-t", "a", "-q", "1", "-m", "y");
        Until(() => sub.HasExited && sub.Lines.Count > 0);
        Assert.Equal("1 y", sub.Lines[0]);
    }

    [Fact]
    public void A_foreign_message_that_is_too_large_ends_its_senders_connection_and_nobody_elses()
    {
        MqttClient city = Ours("city", _broker.Port);
        city.Subscribe("a");
        Until(() => city.Idle);
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathOf("large"), new byte[300_000]);
        using Mosquitto pub = Mosquitto.Client(
            "mosquitto_pub", _broker.Port, "-i", "p", "-t", "a", "-q", "1", "-f", folder.PathOf("large"));
        Until(() => _broker.Counts.Refused > 0);
        Assert.Contains("p: a packet of 300005 bytes, 262144 are allowed", _broker.Closures);
        Assert.Equal((MqttLink.Up, 0), (city.Link, city.Inbox));
    }

    [Fact]
    public void A_message_from_mosquitto_that_is_too_large_for_us_ends_the_connection_with_its_reason()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        MqttClient client = Ours("node", address.Port);
        client.Subscribe("a");
        Until(() => client.Idle);
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathOf("large"), new byte[300_000]);
        using Mosquitto pub = Mosquitto.Client(
            "mosquitto_pub", address.Port, "-t", "a", "-q", "0", "-f", folder.PathOf("large"));
        Until(() => client.Link == MqttLink.Down);
        Assert.Equal("the broker sent a packet of 300003 bytes, 262144 are allowed", client.DownReason);
    }

    [Fact]
    public void A_foreign_client_takes_its_own_name_over_and_removes_what_was_retained()
    {
        using Mosquitto first = Mosquitto.Client("mosquitto_sub", _broker.Port, "-t", "x", "-i", "same");
        Until(() => _broker.Counts.Subscribed == 1);
        using Mosquitto second = Mosquitto.Client("mosquitto_sub", _broker.Port, "-t", "x", "-i", "same");
        Until(() => _broker.Closures.Contains("same: taken over by a new connection"));
        Foreign("-t", "n/state", "-m", "online", "-r");
        Assert.Equal(1, _broker.RetainedCount);
        Foreign("-t", "n/state", "-n", "-r", "-q", "1");
        Assert.Equal(0, _broker.RetainedCount);
    }

    private void Foreign(params string[] arguments)
    {
        using Mosquitto publisher = Mosquitto.Client("mosquitto_pub", _broker.Port, arguments);
        long received = _broker.Counts.Received;
        Until(() => publisher.HasExited && _broker.Counts.Received > received);
    }

    private MqttClient Ours(string name, int port, int keepAliveS = 0)
    {
        MqttClient client = new(new MqttClientOptions(new MqttConnect(name) { KeepAliveS = keepAliveS }),
            () => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, port)));
        _clients.Add(client);
        client.Connect();
        Until(() => client.Link == MqttLink.Up);
        return client;
    }

    private void Until(Func<bool> condition) => Deadline.WaitFor(condition, () =>
    {
        _broker.Pump(NowMs);
        _clients.ForEach(client => client.Pump(NowMs));
    });

    private static string Text(MqttMessage message) =>
        $"{message.Topic} {Encoding.ASCII.GetString(message.Payload.Span)}";
}
