using System.Text;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.StandIn;

namespace SwapEdge.Simulator;

/// <summary>What the stand-in for the device's MQTT client talks over: real packets on a real connection.</summary>
public sealed class M2MqttWire(IConnection connection) : IMqttWire
{
    private readonly PacketWriter _writer = new();
    private readonly PacketReader _reader = new(256 * 1024);

    public bool Ended { get; private set; }

    public void Connect(string clientId, string willTopic, string willMessage, bool willRetain, int keepAliveS)
    {
        _writer.Connect(new MqttConnect(clientId)
        {
            KeepAliveS = keepAliveS,
            Will = new MqttMessage(willTopic, Encoding.UTF8.GetBytes(willMessage), Qos: 1, willRetain),
        });
        Flush();
    }

    public void Publish(ushort id, string topic, byte[] message, bool retain, bool duplicate)
    {
        _writer.Publish(new MqttMessage(topic, message, Qos: 1, retain) { PacketId = id, Duplicate = duplicate });
        Flush();
    }

    public void Subscribe(ushort id, string[] topics, MqttQoSLevel[] levels)
    {
        _writer.Subscribe(id, topics, [.. levels.Select(level => (byte)level)]);
        Flush();
    }

    public void Acknowledge(ushort id)
    {
        if (id > 0)
        {
            _writer.PublishAck(id);
            Flush();
        }
    }

    public void Ping()
    {
        _writer.PingRequest();
        Flush();
    }

    public MqttArrival? Receive()
    {
        Flush();
        PacketReadResult result = _reader.Read(out MqttPacket? packet);
        if (packet == null && result != PacketReadResult.Refused)
        {
            int count = connection.Read(_reader.Room());
            Ended = Ended || count < 0;
            _reader.Filled(Math.Max(count, 0));
            result = _reader.Read(out packet);
        }

        Ended = Ended || result == PacketReadResult.Refused;
        return packet == null ? null : Arrival(packet);
    }

    public void Dispose()
    {
        Ended = true;
        connection.Dispose();
    }

    private static MqttArrival Arrival(MqttPacket packet)
    {
        ushort id = (ushort)packet.PacketId;
        return packet.Kind switch
        {
            MqttPacketKind.ConnectAck => new MqttArrival(MqttArrivalKind.ConnectAck, Code: packet.ReturnCode),
            MqttPacketKind.Publish => new MqttArrival(
                MqttArrivalKind.Publish, (ushort)packet.Message!.PacketId, Topic: packet.Message.Topic,
                Message: packet.Message.Payload.ToArray(), Retain: packet.Message.Retain),
            MqttPacketKind.PublishAck => new MqttArrival(MqttArrivalKind.PublishAck, id),
            MqttPacketKind.SubscribeAck => new MqttArrival(
                MqttArrivalKind.SubscribeAck, id, packet.Levels is [byte level, ..] ? level : 128),
            _ => new MqttArrival(MqttArrivalKind.PingResponse),
        };
    }

    private void Flush() => Ended = _writer.Flush(connection) < 0 || Ended;
}
