namespace nanoFramework.M2Mqtt.StandIn;

/// <summary>What stands behind a client, and how badly it behaves.</summary>
/// <param name="open">Starts a connection to a host and port.</param>
public sealed class MqttNetwork(Func<string, int, IMqttWire> open)
{
    public Func<string, int, IMqttWire> Open { get; } = open;

    /// <summary>
    /// The device's one interpreter: whoever runs a pass of the node holds it. A handshake holds it as well, so that
    /// nothing managed runs meanwhile.
    /// </summary>
    public object Interpreter { get; init; } = new();

    /// <summary>Ends a handshake; when it is never set, the handshake never ends. Null: there is none.</summary>
    public WaitHandle? HandshakeEnds { get; set; }

    /// <summary>How long a handshake takes at most; negative is for ever.</summary>
    public int HandshakeMs { get; set; } = Timeout.Infinite;

    /// <summary>Milliseconds that run: a message is tried again after a second.</summary>
    public Func<long> NowMs { get; init; } = () => Environment.TickCount64;

    /// <summary>Handlers that run now.</summary>
    public int Handling { get; set; }

    /// <summary>Handlers that threw; each has cost its connection.</summary>
    public int ThrowingHandlers { get; set; }
}
