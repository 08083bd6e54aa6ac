namespace nanoFramework.M2Mqtt.StandIn;

/// <summary>Packets that a broker sends to a client.</summary>
public enum MqttArrivalKind
{
    ConnectAck = 2,
    Publish = 3,
    PublishAck = 4,
    SubscribeAck = 9,
    PingResponse = 13,
}
