namespace nanoFramework.M2Mqtt;

/// <summary>Stand-in.</summary>
public enum MqttSslProtocols
{
    None = 0,
    TLSv1_2 = 4,
}
