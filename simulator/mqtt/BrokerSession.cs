namespace SwapEdge.Simulator;

/// <summary>What a broker keeps for a client id: subscriptions and messages that are not acknowledged.</summary>
internal sealed class BrokerSession(string clientId, bool clean, BrokerOptions options, BrokerCounts counts)
{
    private readonly Queue<MqttMessage> _queue = new();
    private readonly List<MqttMessage> _inFlight = [];
    private int _lastId;

    public string ClientId { get; } = clientId;

    /// <summary>Ends with its connection.</summary>
    public bool Clean { get; } = clean;

    public BrokerClient? Client { get; set; }

    public HashSet<string> Filters { get; } = new(StringComparer.Ordinal);

    public int Unacknowledged => _inFlight.Count + _queue.Count;

    public void Deliver(MqttMessage message)
    {
        if (message.Qos == 0)
        {
            SendAtMostOnce(message);
            return;
        }

        if (_queue.Count >= options.QueueOfASession)
        {
            counts.Dropped++;
            return;
        }

        _queue.Enqueue(message);
        FillWindow();
    }

    /// <summary>After a new connection: what was sent before goes again, marked.</summary>
    public void Resume()
    {
        for (int i = 0; i < _inFlight.Count; i++)
        {
            _inFlight[i] = _inFlight[i] with { Duplicate = true };
            Client?.Send(_inFlight[i]);
        }

        FillWindow();
    }

    public void Acknowledge(int packetId)
    {
        int index = _inFlight.FindIndex(message => message.PacketId == packetId);
        if (index >= 0)
        {
            _inFlight.RemoveAt(index);
            FillWindow();
        }
    }

    private void SendAtMostOnce(MqttMessage message)
    {
        if (Client == null || Client.Waiting > options.SendBytes)
        {
            counts.Dropped++;
            return;
        }

        Client.Send(message);
        counts.Delivered++;
    }

    private void FillWindow()
    {
        while (Client != null && _inFlight.Count < options.Window && _queue.TryDequeue(out MqttMessage? message))
        {
            MqttMessage numbered = message with { PacketId = NextId() };
            _inFlight.Add(numbered);
            Client.Send(numbered);
            counts.Delivered++;
        }
    }

    private int NextId()
    {
        do
        {
            _lastId = _lastId == ushort.MaxValue ? 1 : _lastId + 1;
        }
        while (_inFlight.Exists(message => message.PacketId == _lastId));
        return _lastId;
    }
}
