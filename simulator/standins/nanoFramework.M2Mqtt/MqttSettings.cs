namespace nanoFramework.M2Mqtt;

/// <summary>Stand-in. On the device these are one object for all clients.</summary>
public class MqttSettings
{
    public int AttemptsOnRetry => 3;

    public int DelayOnRetry => 1000;

    public int TimeoutOnReceiving => 30_000;

    /// <summary>Without a limit unless it is set.</summary>
    public int InflightQueueSize { get; set; } = int.MaxValue;
}
