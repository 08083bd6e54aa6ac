using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt.StandIn;

/// <summary>
/// The network below a client, packet by packet. No call blocks and none throws for what the network does.
/// </summary>
public interface IMqttWire : IDisposable
{
    /// <summary>The other end has gone, or was never there.</summary>
    bool Ended { get; }

    /// <summary>Greets with a will of QoS 1, and a clean session.</summary>
    void Connect(string clientId, string willTopic, string willMessage, bool willRetain, int keepAliveS);

    void Publish(ushort id, string topic, byte[] message, bool retain, bool duplicate);

    void Subscribe(ushort id, string[] topics, MqttQoSLevel[] levels);

    void Acknowledge(ushort id);

    void Ping();

    /// <summary>The oldest packet that has come, or null.</summary>
    MqttArrival? Receive();
}
