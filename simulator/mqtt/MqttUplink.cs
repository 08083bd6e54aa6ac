using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A node's way to the broker over a client of its own. Whoever runs the node pumps the client.</summary>
public sealed class MqttUplink(MqttClient client) : IUplink
{
    public MqttClient Client { get; } = client;

    public UplinkLink Link => Client.Link switch
    {
        MqttLink.Up => UplinkLink.Up,
        MqttLink.Connecting => UplinkLink.Connecting,
        _ => UplinkLink.Down,
    };

    public void Connect() => Client.Connect();

    public void Disconnect() => Client.Disconnect();

    public bool Subscribe(string topic) => Client.Subscribe(topic);

    public int Publish(string topic, byte[] payload, int length, bool retain) =>
        Client.Publish(topic, payload.AsSpan(0, length), qos: 1, retain);

    public int Acknowledged() => Client.Acknowledged();

    public bool Receive(UplinkMessage into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (Client.Receive() is not { } message)
        {
            return false;
        }

        Client.Confirm(message);
        if (message.Payload.Length <= into.Payload.Length)
        {
            message.Payload.Span.CopyTo(into.Payload);
        }

        into.Length = message.Payload.Length;
        into.Topic = message.Topic;
        into.Retained = message.Retain;
        return true;
    }
}
