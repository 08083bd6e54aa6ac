namespace SwapEdge.Simulator;

/// <summary>What a client says of itself in CONNECT.</summary>
public sealed record MqttConnect(string ClientId)
{
    /// <summary>4 is MQTT 3.1.1.</summary>
    public int Level { get; init; } = 4;

    /// <summary>False: what is unacknowledged, and the subscriptions, outlive the connection.</summary>
    public bool CleanSession { get; init; } = true;

    /// <summary>Longest silence of the client in seconds; 0 is without limit.</summary>
    public int KeepAliveS { get; init; }

    /// <summary>Published by the broker when the connection ends without DISCONNECT.</summary>
    public MqttMessage? Will { get; init; }

    public string? UserName { get; init; }

    public ReadOnlyMemory<byte>? Password { get; init; }
}
