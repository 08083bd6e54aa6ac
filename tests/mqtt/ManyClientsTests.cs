using System.Diagnostics;
using System.Net;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>A thousand nodes and a city at one broker, at ours and at mosquitto.</summary>
public sealed class ManyClientsTests
{
    private const int Many = 1_000;

    private readonly long _began = Stopwatch.GetTimestamp();

    [Fact]
    public void A_thousand_clients_at_our_broker_over_tcp_have_what_is_theirs()
    {
        using Broker broker = new();
        IPEndPoint address = new(IPAddress.Loopback, broker.Port);
        Meet(address, () => broker.Pump(NowMs));
        Assert.Equal((0L, 0L, 500L), (broker.Counts.Dropped, broker.Counts.Refused, broker.Counts.Wills));
        Assert.Equal(Many, broker.RetainedCount);
    }

    [Fact]
    public void A_thousand_of_our_clients_at_mosquitto_have_what_is_theirs()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        Meet(address, () => { });
    }

    private long NowMs => (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    /// <summary>
    /// Every node says that it is online, the city answers each on its own topic, every other one is cut and its will
    /// comes.
    /// </summary>
    private void Meet(IPEndPoint broker, Action beside)
    {
        MqttClient city = Client("city", null, broker);
        MqttClient[] nodes = [.. Enumerable.Range(0, Many).Select(number => Client(
            $"node-{number}", new MqttMessage($"n/{number}/state", "lost"u8.ToArray(), Retain: true), broker))];
        Dictionary<string, int> heard = [];
        Queue<string> answers = new();
        void Turn()
        {
            beside();
            city.Pump(NowMs);
            Array.ForEach(nodes, node => node.Pump(NowMs));
            while (city.Receive() is { } message)
            {
                city.Confirm(message);
                heard[message.Topic] = heard.GetValueOrDefault(message.Topic) + 1;
                answers.Enqueue(message.Topic.Replace("state", "ack", StringComparison.Ordinal));
            }

            while (answers.TryPeek(out string? topic) && city.Publish(topic, [1]) != 0)
            {
                answers.Dequeue();
            }

            while (city.Acknowledged() != 0)
            {
            }
        }

        city.Connect();
        Deadline.WaitFor(() => city.Link == MqttLink.Up, Turn);
        city.Subscribe("n/+/state");
        Deadline.WaitFor(() => city.Idle, Turn);
        Array.ForEach(nodes, node => node.Connect());
        Deadline.WaitFor(() => Array.TrueForAll(nodes, node => node.Link == MqttLink.Up), Turn);
        for (int number = 0; number < Many; number++)
        {
            nodes[number].Subscribe($"n/{number}/ack");
            Assert.NotEqual(0, nodes[number].Publish($"n/{number}/state", "online"u8, retain: true));
        }

        Deadline.WaitFor(() => Array.TrueForAll(nodes, node => node is { Inbox: 1, Idle: true }), Turn);
        Assert.Equal((Many, 0), (heard.Count, answers.Count));
        Assert.All(Enumerable.Range(0, Many), number =>
            Assert.Equal($"n/{number}/ack", nodes[number].Receive()!.Topic));
        for (int number = 0; number < Many; number += 2)
        {
            nodes[number].Cut("power cut");
        }

        Deadline.WaitFor(() => heard.Values.Sum() == Many + (Many / 2), Turn);
        Array.ForEach(nodes, node => node.Disconnect());
        city.Dispose();
    }

    private static MqttClient Client(string name, MqttMessage? will, IPEndPoint broker) => new(
        new MqttClientOptions(new MqttConnect(name) { Will = will }) { Window = 64 },
        () => TcpConnection.Connect(broker));
}
