namespace SwapEdge.Simulator;

/// <summary>A control packet as it was read. Only what its kind has is set.</summary>
public sealed class MqttPacket
{
    public required MqttPacketKind Kind { get; init; }

    /// <summary>Every kind that is acknowledged, and the acknowledgements.</summary>
    public int PacketId { get; init; }

    /// <summary>Connect.</summary>
    public MqttConnect? Connect { get; init; }

    /// <summary>Publish.</summary>
    public MqttMessage? Message { get; init; }

    /// <summary>ConnectAck: 0 accepted, else why not (section 3.2.2.3).</summary>
    public int ReturnCode { get; init; }

    /// <summary>ConnectAck.</summary>
    public bool SessionPresent { get; init; }

    /// <summary>Subscribe, Unsubscribe.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Subscribe: QoS asked for by each filter. SubscribeAck: QoS granted, or 128 for a refusal.</summary>
    public IReadOnlyList<byte> Levels { get; init; } = [];
}
