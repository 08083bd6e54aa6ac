namespace SwapEdge.Simulator;

/// <summary>What a client says in CONNECT, and its limits.</summary>
public sealed record MqttClientOptions(MqttConnect Connect)
{
    /// <summary>Messages with QoS 1 that may wait for the broker's acknowledgement.</summary>
    public int Window { get; init; } = 8;

    /// <summary>Received messages that may wait for the owner; while there are as many, nothing is read.</summary>
    public int InboxLimit { get; init; } = 64;

    public int MaxPacketBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes that may wait for the network before messages with QoS 0 are refused.</summary>
    public int SendBytes { get; init; } = 1024 * 1024;

    /// <summary>For the broker's answer to CONNECT and to a ping.</summary>
    public int AnswerLimitMs { get; init; } = 10_000;
}
