namespace SwapEdge.Simulator;

/// <summary>
/// MQTT 3.1.1 client with QoS 0 and 1. It does not connect again by itself and subscribes to nothing by itself: its
/// owner does both. What the broker has not acknowledged is sent again, marked, after the next connection, unless the
/// session is a clean one. Single-threaded: it does something only inside <see cref="Pump"/>.
/// </summary>
/// <param name="open">Starts a connection to the broker.</param>
public sealed class MqttClient(MqttClientOptions options, Func<IConnection> open) : IDisposable
{
    private readonly MqttOutbox _outbox = new();
    private readonly Queue<MqttMessage> _inbox = new();
    private readonly PacketWriter _writer = new();
    private PacketReader _reader = new(options.MaxPacketBytes);
    private IConnection? _connection;
    private bool _begun;
    private bool _pinging;
    private long _askedMs;
    private long _sentMs;
    private long _nowMs;

    public MqttLink Link { get; private set; }

    /// <summary>Why the last connection ended, or did not come about.</summary>
    public string DownReason { get; private set; } = "not connected yet";

    /// <summary>The broker remembered this client when it connected.</summary>
    public bool SessionPresent { get; private set; }

    /// <summary>Connections that came up.</summary>
    public int Connections { get; private set; }

    /// <summary>Messages sent and not acknowledged by the broker.</summary>
    public int InFlight => _outbox.Count;

    /// <summary>Received messages that the owner has not taken.</summary>
    public int Inbox => _inbox.Count;

    /// <summary>Nothing is read before the owner takes messages.</summary>
    public bool InboxFull => _inbox.Count >= options.InboxLimit;

    /// <summary>Nothing unsent, nothing half read, no answer of the broker outstanding.</summary>
    public bool Idle => Link == MqttLink.Down
        || (Link == MqttLink.Up && _writer.Count == 0 && _reader.Buffered == 0 && _outbox.IsEmpty && !_pinging);

    internal IConnection? Connection => _connection;

    internal bool HasUnsent => _writer.Count > 0;

    /// <summary>Read from the network, and the owner has room for it.</summary>
    internal bool HasUntaken => _reader.Buffered > 0 && !InboxFull;

    /// <summary>Starts a connection; an open one is cut.</summary>
    public void Connect()
    {
        Cut("a new connection was begun");
        if (options.Connect.CleanSession)
        {
            _outbox.Forget();
        }

        _connection = open();
        Link = MqttLink.Connecting;
        _begun = true;
        _writer.Connect(options.Connect);
    }

    /// <summary>Says goodbye: the broker does not publish the will.</summary>
    public void Disconnect()
    {
        if (Link == MqttLink.Up)
        {
            _writer.Disconnect();
            _writer.Flush(_connection!);
        }

        Cut("disconnected");
    }

    /// <summary>Ends the connection without a word, as a power cut does.</summary>
    public void Cut(string reason)
    {
        if (Link == MqttLink.Down)
        {
            return;
        }

        _connection?.Dispose();
        _connection = null;
        _writer.Clear();
        _reader = new PacketReader(options.MaxPacketBytes);
        _outbox.ForgetSubscriptions();
        _pinging = false;
        ForgetInboxNumbers();
        Link = MqttLink.Down;
        DownReason = reason;
    }

    /// <summary>
    /// Publishes; the payload is copied. With QoS 1 a number that is given back by <see cref="Acknowledged"/>; with
    /// QoS 0 the number -1; 0 when it cannot be taken now.
    /// </summary>
    public int Publish(string topic, ReadOnlySpan<byte> payload, int qos = 1, bool retain = false)
    {
        if (Link != MqttLink.Up || (qos == 0 ? _writer.Count > options.SendBytes : _outbox.Count >= options.Window))
        {
            return 0;
        }

        MqttMessage message = new(topic, payload.ToArray(), qos, retain);
        if (qos > 0)
        {
            message = _outbox.Add(message);
        }

        _writer.Publish(message);
        return qos == 0 ? -1 : message.PacketId;
    }

    /// <summary>The next message that the broker has acknowledged, or 0.</summary>
    public int Acknowledged() => _outbox.NextAcknowledged();

    public bool Subscribe(string filter, int qos = 1)
    {
        if (Link != MqttLink.Up)
        {
            return false;
        }

        _writer.Subscribe(_outbox.AddSubscription(), [filter], [(byte)qos]);
        return true;
    }

    /// <summary>The oldest message received. To the broker it counts as received after <see cref="Confirm"/>.</summary>
    public MqttMessage? Receive() => _inbox.TryDequeue(out MqttMessage? message) ? message : null;

    /// <summary>Acknowledges a received message. After a connection was lost the broker sends it again.</summary>
    public void Confirm(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.PacketId > 0 && Link == MqttLink.Up)
        {
            _writer.PublishAck(message.PacketId);
        }
    }

    /// <summary>Does what can be done without waiting; false when that was nothing.</summary>
    public bool Pump(long nowMs)
    {
        _nowMs = nowMs;
        if (_connection == null)
        {
            return false;
        }

        if (_begun)
        {
            _begun = false;
            _askedMs = nowMs;
            _sentMs = nowMs;
        }

        bool busy = Read();
        CheckTime();
        return Flush() || busy;
    }

    public void Dispose() => Cut("disposed");

    private bool Read()
    {
        // Not while the owner has as many messages as it may have; what was read already waits as well.
        bool busy = TakePackets();
        if (InboxFull || _connection == null)
        {
            return busy;
        }

        int count = _connection.Read(_reader.Room());
        if (count < 0)
        {
            Lose();
            return true;
        }

        _reader.Filled(count);
        return TakePackets() || count > 0 || busy;
    }

    private bool TakePackets()
    {
        bool busy = false;
        while (!InboxFull && _connection != null)
        {
            PacketReadResult result = _reader.Read(out MqttPacket? packet);
            if (result == PacketReadResult.Refused)
            {
                Cut($"the broker sent {_reader.Refusal}");
                return true;
            }

            if (packet == null)
            {
                break;
            }

            busy = true;
            Take(packet);
        }

        return busy;
    }

    private void Take(MqttPacket packet)
    {
        if (Link == MqttLink.Connecting && packet.Kind != MqttPacketKind.ConnectAck)
        {
            Cut($"the broker sent {packet.Kind} before ConnectAck");
            return;
        }

        switch (packet.Kind)
        {
            case MqttPacketKind.ConnectAck when Link == MqttLink.Connecting:
                TakeConnectAck(packet);
                break;
            case MqttPacketKind.Publish when packet.Message!.Qos < 2:
                _inbox.Enqueue(packet.Message);
                break;
            case MqttPacketKind.PublishAck:
                _outbox.Acknowledge(packet.PacketId);
                break;
            case MqttPacketKind.SubscribeAck:
                _outbox.AcknowledgeSubscription(packet.PacketId);
                if (packet.Levels.Contains((byte)128))
                {
                    Cut("the broker refused a subscription");
                }

                break;
            case MqttPacketKind.PingResponse:
                _pinging = false;
                break;
            default:
                Cut($"the broker sent {packet.Kind}");
                break;
        }
    }

    private void TakeConnectAck(MqttPacket packet)
    {
        if (packet.ReturnCode != 0)
        {
            Cut($"the broker refused the connection with return code {packet.ReturnCode}");
            return;
        }

        Link = MqttLink.Up;
        SessionPresent = packet.SessionPresent;
        Connections++;
        _outbox.Repeat(_writer);
    }

    private void CheckTime()
    {
        if (_connection == null)
        {
            return;
        }

        bool asking = Link == MqttLink.Connecting || _pinging;
        if (asking && _nowMs - _askedMs > options.AnswerLimitMs)
        {
            Cut(_pinging ? "no answer to a ping" : "no answer to CONNECT");
            return;
        }

        int keepAliveS = options.Connect.KeepAliveS;
        if (Link == MqttLink.Up && !_pinging && keepAliveS > 0 && _nowMs - _sentMs >= keepAliveS * 1000L)
        {
            _pinging = true;
            _askedMs = _nowMs;
            _writer.PingRequest();
        }
    }

    private bool Flush()
    {
        if (_connection == null)
        {
            return false;
        }

        int given = _writer.Flush(_connection);
        if (given < 0)
        {
            Lose();
            return true;
        }

        _sentMs = given > 0 ? _nowMs : _sentMs;
        return given > 0;
    }

    private void Lose()
    {
        string reason = Link == MqttLink.Connecting ? "no connection" : "connection lost";
        Cut(_connection?.Failure is { } failure ? $"{reason}: {failure}" : reason);
    }

    /// <summary>Numbers belong to a connection: on the next one they would acknowledge something else.</summary>
    private void ForgetInboxNumbers()
    {
        for (int i = _inbox.Count; i > 0; i--)
        {
            _inbox.Enqueue(_inbox.Dequeue() with { PacketId = 0 });
        }
    }
}
