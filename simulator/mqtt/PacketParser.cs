namespace SwapEdge.Simulator;

/// <summary>The rules of MQTT 3.1.1 chapters 2 and 3 for one whole packet.</summary>
internal static class PacketParser
{
    /// <summary>The packet, or null and why the connection must be closed.</summary>
    public static MqttPacket? Parse(byte first, ref PacketBody body, out string refusal)
    {
        MqttPacketKind kind = (MqttPacketKind)(first >> 4);
        int flags = first & 0x0F;
        if (kind != MqttPacketKind.Publish && flags != FlagsOf(kind))
        {
            refusal = $"packet type {first >> 4} with flags {flags}";
            return null;
        }

        MqttPacket? packet = kind switch
        {
            MqttPacketKind.Connect => Connect(ref body, out refusal),
            MqttPacketKind.Publish => Publish(flags, ref body, out refusal),
            MqttPacketKind.Subscribe => Subscribe(ref body, out refusal),
            MqttPacketKind.Unsubscribe => Unsubscribe(ref body, out refusal),
            _ => Simple(kind, ref body, out refusal),
        };
        if (packet != null && (body.IsBroken || body.Count > 0))
        {
            refusal = body.IsBroken ? $"{kind} ends too early or holds text that is no UTF-8" : $"{kind} is too long";
            return null;
        }

        return packet;
    }

    private static int FlagsOf(MqttPacketKind kind) =>
        kind is MqttPacketKind.PublishRelease or MqttPacketKind.Subscribe or MqttPacketKind.Unsubscribe ? 2 : 0;

    private static MqttPacket? Connect(ref PacketBody body, out string refusal)
    {
        string name = body.Text();
        int level = body.Byte();
        int flags = body.Byte();
        int keepAlive = body.Number();
        string clientId = level == 4 ? body.Text() : "";
        if (name != "MQTT")
        {
            refusal = "a CONNECT for another protocol than MQTT";
            return null;
        }

        refusal = "";
        if (level != 4)
        {
            // The rest of another version's CONNECT may look different; the answer is a return code.
            body.Rest();
            return new MqttPacket { Kind = MqttPacketKind.Connect, Connect = new MqttConnect("") { Level = level } };
        }

        bool hasWill = (flags & 0x04) != 0;
        int willQos = (flags >> 3) & 3;
        if ((flags & 0x01) != 0 || willQos == 3 || (!hasWill && (flags & 0x38) != 0) || (flags & 0xC0) == 0x40)
        {
            refusal = $"CONNECT flags {flags:X2}h";
            return null;
        }

        MqttMessage? will = hasWill
            ? new MqttMessage(body.Text(), body.Binary(), willQos, (flags & 0x20) != 0) : null;
        if (will != null && !MqttTopic.IsName(will.Topic) && !body.IsBroken)
        {
            refusal = $"a will for topic \"{will.Topic}\"";
            return null;
        }

        MqttConnect connect = new(clientId)
        {
            CleanSession = (flags & 0x02) != 0,
            KeepAliveS = keepAlive,
            Will = will,
            UserName = (flags & 0x80) != 0 ? body.Text() : null,
            Password = (flags & 0x40) != 0 ? body.Binary() : null,
        };
        return new MqttPacket { Kind = MqttPacketKind.Connect, Connect = connect };
    }

    private static MqttPacket? Publish(int flags, ref PacketBody body, out string refusal)
    {
        int qos = (flags >> 1) & 3;
        bool duplicate = (flags & 8) != 0;
        if (qos == 3 || (qos == 0 && duplicate))
        {
            refusal = $"PUBLISH flags {flags:X}h";
            return null;
        }

        string topic = body.Text();
        int packetId = qos > 0 ? body.Number() : 0;
        refusal = "";
        if (!body.IsBroken && !MqttTopic.IsName(topic))
        {
            refusal = $"PUBLISH to \"{topic}\"";
            return null;
        }

        if (!body.IsBroken && qos > 0 && packetId == 0)
        {
            refusal = "PUBLISH with packet id 0";
            return null;
        }

        MqttMessage message = new(topic, body.Rest(), qos, (flags & 1) != 0)
        {
            Duplicate = duplicate, PacketId = packetId,
        };
        return new MqttPacket { Kind = MqttPacketKind.Publish, PacketId = packetId, Message = message };
    }

    private static MqttPacket? Subscribe(ref PacketBody body, out string refusal)
    {
        int packetId = body.Number();
        List<string> filters = [];
        List<byte> levels = [];
        while (body.Count > 0 && !body.IsBroken)
        {
            filters.Add(body.Text());
            levels.Add((byte)body.Byte());
        }

        refusal = Check(MqttPacketKind.Subscribe, packetId, filters, body.IsBroken);
        if (refusal.Length == 0 && levels.Exists(level => level > 2))
        {
            refusal = "SUBSCRIBE for a QoS above 2";
        }

        return refusal.Length > 0 ? null : new MqttPacket
        {
            Kind = MqttPacketKind.Subscribe, PacketId = packetId, Filters = filters, Levels = levels,
        };
    }

    private static MqttPacket? Unsubscribe(ref PacketBody body, out string refusal)
    {
        int packetId = body.Number();
        List<string> filters = [];
        while (body.Count > 0 && !body.IsBroken)
        {
            filters.Add(body.Text());
        }

        refusal = Check(MqttPacketKind.Unsubscribe, packetId, filters, body.IsBroken);
        return refusal.Length > 0 ? null : new MqttPacket
        {
            Kind = MqttPacketKind.Unsubscribe, PacketId = packetId, Filters = filters,
        };
    }

    private static string Check(MqttPacketKind kind, int packetId, List<string> filters, bool broken)
    {
        if (broken)
        {
            return $"{kind} ends too early or holds text that is no UTF-8";
        }

        if (packetId == 0 || filters.Count == 0)
        {
            return $"{kind} with packet id {packetId} and {filters.Count} filters";
        }

        string? wrong = filters.Find(filter => !MqttTopic.IsFilter(filter));
        return wrong == null ? "" : $"{kind} of \"{wrong}\"";
    }

    private static MqttPacket? Simple(MqttPacketKind kind, ref PacketBody body, out string refusal)
    {
        refusal = "";
        switch (kind)
        {
            case MqttPacketKind.ConnectAck:
                int acknowledge = body.Byte();
                refusal = acknowledge > 1 ? $"CONNACK flags {acknowledge:X2}h" : "";
                return acknowledge > 1 ? null : new MqttPacket
                {
                    Kind = kind, SessionPresent = acknowledge == 1, ReturnCode = body.Byte(),
                };
            case MqttPacketKind.SubscribeAck:
                return new MqttPacket { Kind = kind, PacketId = body.Number(), Levels = body.Rest() };
            case MqttPacketKind.PublishAck:
            case MqttPacketKind.PublishReceived:
            case MqttPacketKind.PublishRelease:
            case MqttPacketKind.PublishComplete:
            case MqttPacketKind.UnsubscribeAck:
                return new MqttPacket { Kind = kind, PacketId = body.Number() };
            case MqttPacketKind.PingRequest:
            case MqttPacketKind.PingResponse:
            case MqttPacketKind.Disconnect:
                return new MqttPacket { Kind = kind };
            default:
                refusal = $"packet type {(int)kind}";
                return null;
        }
    }
}
