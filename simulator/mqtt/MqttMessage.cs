namespace SwapEdge.Simulator;

/// <summary>An application message.</summary>
/// <param name="Qos">0 at most once, 1 at least once.</param>
public sealed record MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, int Qos = 1, bool Retain = false)
{
    /// <summary>Sent before and not acknowledged.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Number for the acknowledgement, 0 with QoS 0.</summary>
    public int PacketId { get; init; }
}
