namespace SwapEdge.Simulator;

/// <summary>
/// MQTT 3.1.1 broker for one machine: QoS 0 and 1, retained messages, wills, persistent sessions. It listens on the
/// loopback address only and asks nobody for a password; nothing in it is a security boundary. Single-threaded: it
/// does something only inside <see cref="Pump"/>, and time is what it is told.
/// </summary>
public sealed class Broker : IDisposable
{
    private const int ClosuresKept = 64;

    private readonly BrokerOptions _options;
    private readonly IListener _listener;
    private readonly List<BrokerClient> _clients = [];
    private readonly BrokerStore _store;
    private readonly Queue<string> _closures = new();
    private long _nowMs;
    private int _named;

    public Broker(BrokerOptions? options = null)
        : this(new LoopbackListener(options?.Port ?? 0), options)
    {
    }

    public Broker(IListener listener, BrokerOptions? options = null)
    {
        _options = options ?? new BrokerOptions();
        _listener = listener;
        _store = new BrokerStore(_options, Counts);
    }

    public int Port => _listener.LocalId;

    public BrokerCounts Counts { get; } = new();

    public int ConnectionCount => _clients.Count;

    public int SessionCount => _store.SessionCount;

    public int RetainedCount => _store.RetainedCount;

    /// <summary>Why the last connections were closed, oldest first.</summary>
    public IReadOnlyCollection<string> Closures => _closures;

    /// <summary>Nothing unsent, nothing half read, nothing unacknowledged by a connected client.</summary>
    public bool Idle => _clients.TrueForAll(client =>
        client.Waiting == 0 && client.Reader.Buffered == 0 && client.Session is not { Unacknowledged: > 0 });

    internal IReadOnlyList<BrokerClient> Clients => _clients;

    /// <summary>Does what can be done without waiting; false when that was nothing.</summary>
    public bool Pump(long nowMs)
    {
        _nowMs = nowMs;
        bool busy = Accept();
        for (int i = 0; i < _clients.Count; i++)
        {
            busy |= Read(_clients[i]);
        }

        foreach (BrokerClient client in _clients)
        {
            CheckTime(client);
            busy |= Flush(client);
        }

        return busy | Close();
    }

    /// <summary>Cuts a client's connection like a broken cable; its will is published. False: there is none.</summary>
    public bool Drop(string clientId)
    {
        BrokerClient? client = _clients.Find(each => each.Session?.ClientId == clientId);
        client?.End("dropped on request");
        return Close();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _clients.ForEach(client => client.Dispose());
        _clients.Clear();
    }

    private bool Accept()
    {
        bool busy = false;
        while (_listener.Accept() is { } connection)
        {
            busy = true;
            if (_clients.Count >= _options.MaxConnections)
            {
                Counts.Refused++;
                connection.Dispose();
                continue;
            }

            Counts.Accepted++;
            _clients.Add(new BrokerClient(connection, _options.MaxPacketBytes, _nowMs));
        }

        return busy;
    }

    private bool Read(BrokerClient client)
    {
        // A client that does not take what it is sent is not listened to either.
        if (client.Ending != null || client.Waiting > _options.SendBytes)
        {
            return false;
        }

        int count = client.Connection.Read(client.Reader.Room());
        if (count == 0)
        {
            return false;
        }

        if (count < 0)
        {
            client.End("connection lost");
            return true;
        }

        client.Reader.Filled(count);
        client.HeardMs = _nowMs;
        PacketReadResult result = PacketReadResult.Packet;
        while (result == PacketReadResult.Packet && client.Ending == null)
        {
            result = client.Reader.Read(out MqttPacket? packet);
            if (packet != null)
            {
                Take(client, packet);
            }
        }

        if (result == PacketReadResult.Refused)
        {
            Refuse(client, client.Reader.Refusal);
        }

        return true;
    }

    private void Take(BrokerClient client, MqttPacket packet)
    {
        if ((packet.Kind == MqttPacketKind.Connect) != (client.Session == null))
        {
            Refuse(client, client.Session == null ? $"{packet.Kind} before Connect" : "a second Connect");
            return;
        }

        switch (packet.Kind)
        {
            case MqttPacketKind.Connect:
                Connect(client, packet.Connect!);
                break;
            case MqttPacketKind.Publish:
                Publish(client, packet.Message!);
                break;
            case MqttPacketKind.PublishAck:
                client.Session!.Acknowledge(packet.PacketId);
                break;
            case MqttPacketKind.Subscribe:
                client.Writer.SubscribeAck(packet.PacketId, _store.Subscribe(client.Session!, packet));
                _store.DeliverRetained(client.Session!, packet.Filters, packet.Levels);
                break;
            case MqttPacketKind.Unsubscribe:
                _store.Unsubscribe(client.Session!, packet.Filters);
                client.Writer.UnsubscribeAck(packet.PacketId);
                break;
            case MqttPacketKind.PingRequest:
                client.Writer.PingResponse();
                break;
            case MqttPacketKind.Disconnect:
                client.Will = null;
                client.End("disconnected");
                break;
            default:
                Refuse(client, $"{packet.Kind}, which no client sends here");
                break;
        }
    }

    private void Connect(BrokerClient client, MqttConnect connect)
    {
        int code = connect.Level != 4 ? 1 : connect.ClientId.Length == 0 && !connect.CleanSession ? 2
            : connect.Will is { Qos: > 1 } ? 3 : 0;
        string clientId = connect.ClientId.Length > 0 ? connect.ClientId : $"unnamed-{++_named}";
        if (code == 0 && !_store.HasRoom(clientId))
        {
            code = 3;
        }

        if (code != 0)
        {
            client.Writer.ConnectAck(sessionPresent: false, code);
            Refuse(client, $"CONNECT answered with return code {code}");
            return;
        }

        BrokerClient? former = _clients.Find(each => each != client && each.Session?.ClientId == clientId);
        if (former != null)
        {
            former.End("taken over by a new connection");
            Leave(former);
        }

        BrokerSession session = _store.Open(clientId, connect.CleanSession, out bool present);
        session.Client = client;
        client.Session = session;
        client.Will = connect.Will;
        client.SilenceLimitMs = connect.KeepAliveS * 1500L;
        client.Writer.ConnectAck(present, 0);
        session.Resume();
    }

    private void Publish(BrokerClient client, MqttMessage message)
    {
        if (message.Qos > 1)
        {
            Refuse(client, "PUBLISH with QoS 2, which this broker does not do");
            return;
        }

        Counts.Received++;
        _store.Route(message);
        if (message.Qos == 1)
        {
            client.Writer.PublishAck(message.PacketId);
        }
    }

    private void CheckTime(BrokerClient client)
    {
        long silence = _nowMs - client.HeardMs;
        if (client.Session == null ? silence > _options.ConnectLimitMs
            : client.SilenceLimitMs > 0 && silence > client.SilenceLimitMs)
        {
            Refuse(client, $"silent for {silence} ms");
        }
    }

    private static bool Flush(BrokerClient client)
    {
        int given = client.Writer.Flush(client.Connection);
        if (given < 0)
        {
            client.End("connection lost");
        }

        return given != 0;
    }

    private void Refuse(BrokerClient client, string reason)
    {
        if (client.Ending == null)
        {
            Counts.Refused++;
            client.End(reason);
        }
    }

    private bool Close()
    {
        bool busy = false;
        for (int i = 0; i < _clients.Count; i++)
        {
            BrokerClient client = _clients[i];
            if (client.Ending == null)
            {
                continue;
            }

            busy = true;
            _clients.RemoveAt(i--);
            Leave(client);
            client.Dispose();
            _closures.Enqueue($"{client.Session?.ClientId ?? "unknown"}: {client.Ending}");
            if (_closures.Count > ClosuresKept)
            {
                _closures.Dequeue();
            }
        }

        return busy;
    }

    /// <summary>Parts a connection from its session and publishes its will.</summary>
    private void Leave(BrokerClient client)
    {
        if (client.Session is { } session && session.Client == client)
        {
            session.Client = null;
            _store.Left(session);
        }

        if (client.Will is { } will)
        {
            client.Will = null;
            Counts.Wills++;
            _store.Route(will);
        }
    }
}
