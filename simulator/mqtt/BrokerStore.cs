namespace SwapEdge.Simulator;

/// <summary>Sessions, subscriptions and retained messages of a broker.</summary>
internal sealed class BrokerStore(BrokerOptions options, BrokerCounts counts)
{
    private readonly Dictionary<string, BrokerSession> _sessions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MqttMessage> _retained = new(StringComparer.Ordinal);
    private readonly SubscriptionTree _subscriptions = new();
    private readonly Dictionary<BrokerSession, int> _matched = [];

    public int SessionCount => _sessions.Count;

    public int RetainedCount => _retained.Count;

    public bool HasRoom(string clientId) =>
        _sessions.Count < options.MaxSessions || _sessions.ContainsKey(clientId);

    /// <summary>The session of a client id; a clean one is always new.</summary>
    public BrokerSession Open(string clientId, bool clean, out bool present)
    {
        present = _sessions.TryGetValue(clientId, out BrokerSession? session);
        if (session != null && (clean || session.Clean))
        {
            Forget(session);
            present = false;
        }

        if (!present || session == null)
        {
            session = new BrokerSession(clientId, clean, options, counts);
            _sessions.Add(clientId, session);
        }

        return session;
    }

    /// <summary>A session without connection stays only when its client wanted that.</summary>
    public void Left(BrokerSession session)
    {
        if (session.Clean)
        {
            Forget(session);
        }
    }

    /// <summary>QoS granted for each filter, or 128.</summary>
    public byte[] Subscribe(BrokerSession session, MqttPacket packet)
    {
        byte[] granted = new byte[packet.Filters.Count];
        for (int i = 0; i < granted.Length; i++)
        {
            string filter = packet.Filters[i];
            if (session.Filters.Count >= options.MaxSubscriptionsOfASession && !session.Filters.Contains(filter))
            {
                granted[i] = 128;
                continue;
            }

            granted[i] = Math.Min(packet.Levels[i], (byte)1);
            session.Filters.Add(filter);
            _subscriptions.Add(filter, session, granted[i]);
            counts.Subscribed++;
        }

        return granted;
    }

    public void Unsubscribe(BrokerSession session, IReadOnlyList<string> filters)
    {
        foreach (string filter in filters)
        {
            if (session.Filters.Remove(filter))
            {
                _subscriptions.Remove(filter, session);
            }
        }
    }

    public void DeliverRetained(BrokerSession session, IReadOnlyList<string> filters, IReadOnlyList<byte> levels)
    {
        for (int i = 0; i < filters.Count; i++)
        {
            if (!session.Filters.Contains(filters[i]))
            {
                continue;
            }

            foreach (MqttMessage message in _retained.Values)
            {
                if (MqttTopic.Matches(filters[i], message.Topic))
                {
                    session.Deliver(message with { Qos = Math.Min(message.Qos, levels[i]) });
                }
            }
        }
    }

    /// <summary>To everyone who subscribed, and into the retained messages when it is one.</summary>
    public void Route(MqttMessage message)
    {
        if (message.Retain)
        {
            Retain(message);
        }

        _subscriptions.Match(message.Topic, _matched);
        foreach ((BrokerSession session, int qos) in _matched)
        {
            session.Deliver(new MqttMessage(message.Topic, message.Payload, Math.Min(qos, message.Qos)));
        }
    }

    private void Retain(MqttMessage message)
    {
        if (message.Payload.Length == 0)
        {
            _retained.Remove(message.Topic);
        }
        else if (_retained.Count < options.MaxRetained || _retained.ContainsKey(message.Topic))
        {
            _retained[message.Topic] = new MqttMessage(message.Topic, message.Payload, message.Qos, Retain: true);
        }
        else
        {
            counts.Dropped++;
        }
    }

    private void Forget(BrokerSession session)
    {
        Unsubscribe(session, [.. session.Filters]);
        _sessions.Remove(session.ClientId);
    }
}
