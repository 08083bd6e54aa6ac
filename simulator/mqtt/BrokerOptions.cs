namespace SwapEdge.Simulator;

/// <summary>Limits of a broker: nothing in it grows without one.</summary>
public sealed record BrokerOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public int MaxPacketBytes { get; init; } = 256 * 1024;

    public int MaxConnections { get; init; } = 4096;

    public int MaxSessions { get; init; } = 8192;

    public int MaxSubscriptionsOfASession { get; init; } = 64;

    public int MaxRetained { get; init; } = 32768;

    /// <summary>Messages with QoS 1 that wait for a session, connected or not; more are dropped, counted.</summary>
    public int QueueOfASession { get; init; } = 1000;

    /// <summary>Messages with QoS 1 that a session has not acknowledged at any time.</summary>
    public int Window { get; init; } = 20;

    /// <summary>Bytes that wait for a connection: with more, QoS 0 is dropped and nothing is read from it.</summary>
    public int SendBytes { get; init; } = 1024 * 1024;

    /// <summary>A connection that has not said CONNECT by then is closed.</summary>
    public int ConnectLimitMs { get; init; } = 10_000;
}
