namespace SwapEdge.Simulator;

/// <summary>Control packet types of MQTT 3.1.1, section 2.2.1.</summary>
public enum MqttPacketKind
{
    None = 0,
    Connect = 1,
    ConnectAck = 2,
    Publish = 3,
    PublishAck = 4,
    PublishReceived = 5,
    PublishRelease = 6,
    PublishComplete = 7,
    Subscribe = 8,
    SubscribeAck = 9,
    Unsubscribe = 10,
    UnsubscribeAck = 11,
    PingRequest = 12,
    PingResponse = 13,
    Disconnect = 14,
}
