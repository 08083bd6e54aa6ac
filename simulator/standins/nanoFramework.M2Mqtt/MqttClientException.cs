namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>Stand-in: the queue is full.</summary>
public class MqttClientException(string message) : Exception(message);
