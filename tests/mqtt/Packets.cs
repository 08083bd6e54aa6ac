using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Packets of every kind that is written here, and packets that were read written once more.</summary>
internal static class Packets
{
    /// <summary>One of each kind, in bytes of their own.</summary>
    public static byte[][] Sound()
    {
        Action<PacketWriter>[] kinds =
        [
            writer => writer.Connect(new MqttConnect("lane")
            {
                CleanSession = false, KeepAliveS = 60, UserName = "u", Password = new byte[] { 1, 2 },
                Will = new MqttMessage("s", "lost"u8.ToArray(), 1, Retain: true),
            }),
            writer => writer.ConnectAck(sessionPresent: true, 0),
            writer => writer.Publish(
                new MqttMessage("a/b", new byte[300], Qos: 1, Retain: true) { PacketId = 9, Duplicate = true }),
            writer => writer.Publish(new MqttMessage("a", new byte[3], Qos: 0)),
            writer => writer.PublishAck(9),
            writer => writer.Subscribe(10, ["a", "+/b"], [1, 0]),
            writer => writer.SubscribeAck(10, [1, 128]),
            writer => writer.Unsubscribe(11, ["a"]),
            writer => writer.UnsubscribeAck(11),
            writer => writer.PingRequest(),
            writer => writer.PingResponse(),
            writer => writer.Disconnect(),
        ];
        return [.. kinds.Select(write =>
        {
            PacketWriter writer = new();
            write(writer);
            return writer.Pending.ToArray();
        })];
    }

    public static byte[] Rewrite(IEnumerable<MqttPacket> packets)
    {
        PacketWriter writer = new();
        foreach (MqttPacket packet in packets)
        {
            Write(writer, packet);
        }

        return writer.Pending.ToArray();
    }

    /// <summary>Gives bytes to a reader in pieces and takes every packet; false when the reader refused.</summary>
    public static bool Read(PacketReader reader, ReadOnlySpan<byte> bytes, int piece, List<MqttPacket> into)
    {
        PacketReadResult result = PacketReadResult.None;
        for (int at = 0; at < bytes.Length && result != PacketReadResult.Refused; at += piece)
        {
            ReadOnlySpan<byte> next = bytes[at..Math.Min(at + piece, bytes.Length)];
            next.CopyTo(reader.Room());
            reader.Filled(next.Length);
            while ((result = reader.Read(out MqttPacket? packet)) == PacketReadResult.Packet)
            {
                into.Add(packet!);
            }
        }

        return result != PacketReadResult.Refused;
    }

    private static void Write(PacketWriter writer, MqttPacket packet)
    {
        switch (packet.Kind)
        {
            case MqttPacketKind.Connect:
                writer.Connect(packet.Connect!);
                break;
            case MqttPacketKind.ConnectAck:
                writer.ConnectAck(packet.SessionPresent, packet.ReturnCode);
                break;
            case MqttPacketKind.Publish:
                writer.Publish(packet.Message!);
                break;
            case MqttPacketKind.PublishAck:
                writer.PublishAck(packet.PacketId);
                break;
            case MqttPacketKind.Subscribe:
                writer.Subscribe(packet.PacketId, packet.Filters, packet.Levels);
                break;
            case MqttPacketKind.SubscribeAck:
                writer.SubscribeAck(packet.PacketId, packet.Levels);
                break;
            case MqttPacketKind.Unsubscribe:
                writer.Unsubscribe(packet.PacketId, packet.Filters);
                break;
            case MqttPacketKind.UnsubscribeAck:
                writer.UnsubscribeAck(packet.PacketId);
                break;
            case MqttPacketKind.PingRequest:
                writer.PingRequest();
                break;
            case MqttPacketKind.PingResponse:
                writer.PingResponse();
                break;
            case MqttPacketKind.Disconnect:
                writer.Disconnect();
                break;
        }
    }
}
