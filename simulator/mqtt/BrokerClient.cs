namespace SwapEdge.Simulator;

/// <summary>A connection as the broker sees it.</summary>
internal sealed class BrokerClient(IConnection connection, int maxPacketBytes, long nowMs) : IDisposable
{
    public IConnection Connection { get; } = connection;

    public PacketReader Reader { get; } = new(maxPacketBytes);

    public PacketWriter Writer { get; } = new();

    /// <summary>Null until CONNECT.</summary>
    public BrokerSession? Session { get; set; }

    public MqttMessage? Will { get; set; }

    /// <summary>Longest silence, 0 without limit.</summary>
    public long SilenceLimitMs { get; set; }

    public long HeardMs { get; set; } = nowMs;

    /// <summary>Why it is to be closed; null while it is not.</summary>
    public string? Ending { get; private set; }

    /// <summary>Bytes for it that the network has not taken.</summary>
    public int Waiting => Writer.Count;

    public void Send(MqttMessage message) => Writer.Publish(message);

    /// <summary>The first reason counts.</summary>
    public void End(string reason) => Ending ??= reason;

    public void Dispose() => Connection.Dispose();
}
