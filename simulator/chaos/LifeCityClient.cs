using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// The city of a life at its broker: a session that lasts, and acknowledgements that come late, in another order, twice
/// or never while its line is unreliable.
/// </summary>
/// <param name="city">Where everything is kept.</param>
/// <param name="client">Its session lasts longer than a connection.</param>
public sealed class LifeCityClient(LifeCity city, MqttClient client)
{
    private const long RetryMs = 1_000;
    private const long RepeatMs = 10_000;

    private static readonly string[] Filters =
        [.. new[] { "event", "telemetry", "result" }.Select(leaf => Invariant($"swap/v1/chaos/life/+/{leaf}"))];

    private readonly Dictionary<string, LifeCorrespondent> _nodes = new(StringComparer.Ordinal);
    private readonly List<LifeCorrespondent> _all = [];
    private readonly SortedDictionary<ulong, LifeCorrespondent> _due = [];
    private readonly List<(long DueMs, long Number, LifeCorrespondent Node, byte[] Payload)> _words = [];
    private long _triedMs = -RetryMs;
    private int _greeted;
    private long _number;

    /// <summary>It is away and connects to nobody.</summary>
    public bool Offline { get; set; }

    /// <summary>It has something to ask.</summary>
    public bool Asks { get; set; } = true;

    /// <summary>Acknowledgements that were not sent, that were sent twice, and after a later one.</summary>
    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int Overtaken { get; private set; }

    /// <param name="name">Of the node.</param>
    /// <param name="key">That it shares with the city.</param>
    /// <param name="random">What befalls the city's words to it.</param>
    /// <returns>What it will be asked.</returns>
    public LifeOrders Add(string name, byte[] key, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        string root = $"swap/v1/chaos/life/{name}/";
        LifeCorrespondent node = new(root, key, random, new LifeOrders($"chaos/life/{name}", key, random.Fork()))
        {
            AsksMs = random.Between(5_000, 60_000),
        };
        _nodes.Add(root + "event", node);
        _nodes.Add(root + "telemetry", node);
        _nodes.Add(root + "result", node);
        _all.Add(node);
        return node.Orders;
    }

    /// <summary>Takes what has come and says what is due; once a pass.</summary>
    public void Pass(long nowMs, bool unreliable)
    {
        if (Offline)
        {
            client.Cut("offline");
            return;
        }

        if (client.Link == MqttLink.Down && nowMs - _triedMs >= RetryMs)
        {
            _triedMs = nowMs;
            client.Connect();
        }

        client.Pump(nowMs);
        if (client.Link != MqttLink.Up)
        {
            return;
        }

        Greet();
        Take();
        Answer(nowMs, unreliable);
        foreach (LifeCorrespondent node in _all)
        {
            Ask(node, nowMs);
        }

        Say(nowMs);
    }

    private void Greet()
    {
        if (_greeted != client.Connections)
        {
            _greeted = client.Connections;
            Array.ForEach(Filters, filter => client.Subscribe(filter));
        }
    }

    private void Take()
    {
        while (client.Receive() is { } message)
        {
            if (_nodes.TryGetValue(message.Topic, out LifeCorrespondent? node))
            {
                byte[] bytes = message.Payload.ToArray();
                if (message.Topic.EndsWith("/result", StringComparison.Ordinal))
                {
                    node.Orders.Take(bytes);
                    client.Confirm(message);
                    continue;
                }

                bool telemetry = message.Topic.EndsWith("/telemetry", StringComparison.Ordinal);
                ulong journal = telemetry ? city.Telemetry.Take(bytes) : city.Take(bytes);
                if (journal != 0)
                {
                    _due[journal] = node;
                }
            }

            client.Confirm(message);
        }
    }

    /// <summary>Writes the words; each leaves when its time has come, so that a later one may overtake it.</summary>
    private void Answer(long nowMs, bool unreliable)
    {
        foreach ((ulong journal, LifeCorrespondent node) in _due)
        {
            byte[] word = city.Acknowledge(journal, node.Key, LifePlan.StartUtcMs + nowMs);
            int times = !unreliable ? 1 : node.Random.Between(0, 3) switch { 0 => 0, 1 => 2, _ => 1 };
            Lost += times == 0 ? 1 : 0;
            Doubled += times == 2 ? 1 : 0;
            _number++;
            for (int i = 0; i < times; i++)
            {
                int late = unreliable ? node.Random.Between(0, 4_000) : node.Random.Between(0, 100);
                _words.Add((nowMs + late, _number, node, word));
            }
        }

        _due.Clear();
    }

    /// <summary>
    /// Something new now and then, until the life is mended and only what was closed is opened; what has not ended,
    /// every 10 s.
    /// </summary>
    private void Ask(LifeCorrespondent node, long nowMs)
    {
        if (Asks && nowMs >= node.AsksMs)
        {
            node.AsksMs = nowMs + node.Random.Between(5_000, 60_000);
            bool genuine = node.Random.Between(0, 1) == 0;
            byte[] message = genuine ? node.Orders.Ask(nowMs) : node.Orders.Forge(nowMs);
            client.Publish(node.Root + "command", message);
        }

        if (!Asks && nowMs >= node.AsksMs)
        {
            node.AsksMs = nowMs + RepeatMs;
            if (node.Orders.Reopen(nowMs) is { } open)
            {
                client.Publish(node.Root + "command", open);
            }
        }

        if (nowMs >= node.RepeatsMs)
        {
            node.RepeatsMs = nowMs + RepeatMs;
            foreach (LifeOrder order in node.Orders.Open)
            {
                client.Publish(node.Root + "command", order.Message);
            }
        }
    }

    private void Say(long nowMs)
    {
        for (int i = 0; i < _words.Count; i++)
        {
            (long dueMs, long number, LifeCorrespondent node, byte[] payload) = _words[i];
            if (dueMs <= nowMs && client.Publish(node.Root + "ack", payload) != 0)
            {
                Overtaken += number < node.Said ? 1 : 0;
                node.Said = Math.Max(number, node.Said);
                _words.RemoveAt(i--);
            }
        }

        while (client.Acknowledged() != 0)
        {
            // What the broker did not get is said again with the next event.
        }
    }
}
