namespace SwapEdge.Simulator;

/// <summary>What a client waits to have acknowledged, oldest first, and the packet ids that are taken.</summary>
internal sealed class MqttOutbox
{
    private readonly List<MqttMessage> _messages = [];
    private readonly HashSet<int> _subscribing = [];
    private readonly Queue<int> _acknowledged = new();
    private int _lastId;

    /// <summary>Messages in flight.</summary>
    public int Count => _messages.Count;

    /// <summary>Neither messages nor subscriptions wait.</summary>
    public bool IsEmpty => _messages.Count == 0 && _subscribing.Count == 0;

    public MqttMessage Add(MqttMessage message)
    {
        MqttMessage numbered = message with { PacketId = NextId() };
        _messages.Add(numbered);
        return numbered;
    }

    public int AddSubscription()
    {
        int id = NextId();
        _subscribing.Add(id);
        return id;
    }

    public void Acknowledge(int packetId)
    {
        if (_messages.RemoveAll(message => message.PacketId == packetId) > 0)
        {
            _acknowledged.Enqueue(packetId);
        }
    }

    public void AcknowledgeSubscription(int packetId) => _subscribing.Remove(packetId);

    /// <summary>The next message acknowledged, or 0.</summary>
    public int NextAcknowledged() => _acknowledged.TryDequeue(out int id) ? id : 0;

    /// <summary>Everything in flight goes out once more, marked.</summary>
    public void Repeat(PacketWriter writer)
    {
        for (int i = 0; i < _messages.Count; i++)
        {
            _messages[i] = _messages[i] with { Duplicate = true };
            writer.Publish(_messages[i]);
        }
    }

    public void Forget() => _messages.Clear();

    public void ForgetSubscriptions() => _subscribing.Clear();

    private int NextId()
    {
        do
        {
            _lastId = _lastId == ushort.MaxValue ? 1 : _lastId + 1;
        }
        while (_messages.Exists(message => message.PacketId == _lastId) || _subscribing.Contains(_lastId));
        return _lastId;
    }
}
