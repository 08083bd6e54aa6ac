using System.Collections.Concurrent;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.StandIn;

namespace SwapEdge.Tests.Boards;

/// <summary>A broker of which the test says what it answers; it takes a connection unless told otherwise.</summary>
internal sealed class ScriptedWire : IMqttWire
{
    public ConcurrentQueue<MqttArrival> Arrivals { get; } = new();

    public ConcurrentQueue<(ushort Id, bool Duplicate)> Published { get; } = new();

    /// <summary>Ids of subscriptions.</summary>
    public ConcurrentQueue<ushort> Subscribed { get; } = new();

    public (string ClientId, string Topic, string Message, bool Retain, int KeepAliveS) Greeting { get; private set; }

    /// <summary>Answer to CONNECT; null: none.</summary>
    public int? Answer { get; init; } = 0;

    public bool Ended { get; set; }

    public bool Disposed { get; private set; }

    public void Connect(string clientId, string willTopic, string willMessage, bool willRetain, int keepAliveS)
    {
        Greeting = (clientId, willTopic, willMessage, willRetain, keepAliveS);
        if (Answer is { } code)
        {
            Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.ConnectAck, Code: code));
        }
    }

    public void Publish(ushort id, string topic, byte[] message, bool retain, bool duplicate) =>
        Published.Enqueue((id, duplicate));

    public void Subscribe(ushort id, string[] topics, MqttQoSLevel[] levels) => Subscribed.Enqueue(id);

    public void Acknowledge(ushort id)
    {
    }

    public void Ping()
    {
    }

    public MqttArrival? Receive() => Arrivals.TryDequeue(out MqttArrival? arrival) ? arrival : null;

    public void Dispose() => Disposed = true;
}
