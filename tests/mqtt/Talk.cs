using System.Net;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Clients of one broker over TCP, pumped until nothing is under way; time is virtual.</summary>
internal sealed class Talk(Broker broker) : IDisposable
{
    private readonly List<MqttClient> _clients = [];

    public MqttPump Pump { get; } = new(broker);

    public long NowMs { get; set; } = 1000;

    public MqttClient Add(MqttConnect connect, int inbox = 64)
    {
        MqttClient client = new(
            new MqttClientOptions(connect) { InboxLimit = inbox },
            () => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, broker.Port)));
        _clients.Add(client);
        Pump.Add(client);
        return client;
    }

    public MqttClient Connect(string clientId) => Connect(new MqttConnect(clientId));

    public MqttClient Connect(MqttConnect connect)
    {
        MqttClient client = Add(connect);
        client.Connect();
        UntilQuiet();
        Assert.Equal(MqttLink.Up, client.Link);
        return client;
    }

    public void UntilQuiet() => Assert.True(Pump.UntilQuiet(NowMs), "broker and clients did not become quiet");

    public void Dispose() => _clients.ForEach(client => client.Dispose());
}
