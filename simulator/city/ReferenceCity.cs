using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The reference city: stores what the nodes send, and acknowledges to each node, signed with that node's key, what it
/// has committed. It does something only inside <see cref="Serve"/>; whoever runs it pumps the client.
/// </summary>
/// <param name="client">With a persistent session, so that the broker keeps events while the city is away.</param>
/// <param name="store">What it keeps.</param>
/// <param name="keys">The key that each node was given.</param>
/// <param name="filters">Topics that it takes; all of its nodes' when left out.</param>
public sealed class ReferenceCity(
    MqttClient client, CityStore store, NodeKeys keys, IReadOnlyList<string>? filters = null) : IDisposable
{
    private const int MessagesATransaction = 1000;
    private const long RetryMs = 1000;
    private const int StateLimit = 32;

    private static readonly string[] Filters =
    [
        "swap/v1/+/+/+/birth", "swap/v1/+/+/+/state", "swap/v1/+/+/+/event", "swap/v1/+/+/+/alarm",
        "swap/v1/+/+/+/result", "swap/v1/+/+/+/telemetry",
    ];

    private readonly CityKeys _keys = new(keys, store);
    private readonly CityAcks _acks = new(client, store, new CityKeys(keys, store));
    private readonly EventRecord _event = new();
    private readonly BirthRecord _birth = new();
    private readonly List<MqttMessage> _taken = [];
    private int _greeted;
    private long _triedMs;
    private bool _tried;

    public MqttClient Client { get; } = client;

    public CityStore Store { get; } = store;

    /// <summary>Events that came again; harmless.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Events that came again with other content: a node that broke its promise.</summary>
    public long Conflicts { get; private set; }

    /// <summary>Messages that were not stored: unknown node, foreign journal, or bytes that are no message.</summary>
    public long Refused { get; private set; }

    public string LastRefusal { get; private set; } = "";

    /// <summary>What it has to say to a person at once: node, and a warning, an alarm or what became of a key.
    /// </summary>
    public Action<string, string>? Tell { get; set; }

    /// <summary>Each event, once, as it is stored; each copy on the alarm topic; each state that a node tells.
    /// </summary>
    public Action<CityEvent>? EventTaken { get; set; }

    public Action<CityEvent>? AlarmTaken { get; set; }

    public Action<string, string>? StateTaken { get; set; }

    /// <summary>Each result of a command that was sent: node, its head, all of its bytes.</summary>
    public Action<string, CityResult, byte[]>? Heard { get; set; }

    public long Acknowledgements => _acks.Sent;

    /// <summary>Every event of the journal up to and with this one is committed.</summary>
    public ulong Stored(ulong journal) => Store.Through(journal);

    public IReadOnlyList<SequenceGap> Gaps() => Store.Gaps();

    /// <summary>
    /// Sends a command to a node, and again after each of its births until its end is told; keeps what it says of it.
    /// </summary>
    /// <returns>Its id, or 0: an unknown node.</returns>
    public ulong Send(string node, CityCommand command, long utcMs)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _keys.InForce(node) is { } key ? Send(node, command, utcMs, key) : 0;
    }

    /// <summary>
    /// Changes the key of a node in two phases: it is told the nonce; when it has it, it is spoken to with the new key;
    /// when its birth says that this one is in force, the old one is thrown away. 0: an unknown node.
    /// </summary>
    public ulong RotateKey(string node, long utcMs) => !_keys.Knows(node) ? 0
        : Send(node, new CityCommand(CommandOperation.RotateKey) { Nonce = _keys.Offer(node) }, utcMs);

    /// <summary>Connected, and what it takes is asked for.</summary>
    public bool IsListening => Client.Link == MqttLink.Up && _greeted == Client.Connections && Client.Idle;

    /// <summary>A key is on offer, and no birth has said yet that it is in force.</summary>
    public bool IsChangingKey(string node) => _keys.Offered(node) is not null;

    /// <summary>The same bytes, as long as no end is known: a node obeys once.</summary>
    public void SendAgain(string node, ulong counter)
    {
        if (Store.Message(node, counter) is { } message)
        {
            Client.Publish(CityTopic.Of(node, "command"), message);
        }
    }

    private ulong Send(string node, CityCommand command, long utcMs, byte[] key)
    {
        ulong id = Store.NextCounter(node);
        byte[] message = command.Sign(node, id, id, utcMs, key);
        Store.AddCommand(node, id, command.Operation, message, utcMs);
        Client.Publish(CityTopic.Of(node, "command"), message);
        return id;
    }

    /// <summary>Connects, takes what has come, commits and acknowledges it; false when that was nothing.</summary>
    public bool Serve(long nowMs, long utcMs)
    {
        if (Client.Link == MqttLink.Down)
        {
            return Connect(nowMs);
        }

        bool busy = Greet();
        busy |= TakeMessages(utcMs);
        return _acks.Send(utcMs) || busy;
    }

    public void Dispose()
    {
        Client.Dispose();
        Store.Dispose();
    }

    private bool Connect(long nowMs)
    {
        if (_tried && nowMs - _triedMs < RetryMs)
        {
            return false;
        }

        _tried = true;
        _triedMs = nowMs;
        Client.Connect();
        return true;
    }

    private bool Greet()
    {
        if (Client.Link != MqttLink.Up || _greeted == Client.Connections)
        {
            return false;
        }

        _greeted = Client.Connections;
        foreach (string filter in filters ?? Filters)
        {
            Client.Subscribe(filter);
        }

        return true;
    }

    private bool TakeMessages(long utcMs)
    {
        if (Client.Inbox == 0)
        {
            return false;
        }

        Store.Begin();
        while (_taken.Count < MessagesATransaction && Client.Receive() is { } message)
        {
            _taken.Add(message);
            Take(message, utcMs);
        }

        Store.Commit();
        _taken.ForEach(Client.Confirm);
        _taken.Clear();
        return true;
    }

    private void Take(MqttMessage message, long utcMs)
    {
        if (!CityTopic.TryParse(message.Topic, out CityTopic? topic) || !_keys.Knows(topic.Node))
        {
            Refuse($"{message.Topic}: not a node of this city");
            return;
        }

        byte[] bytes = message.Payload.ToArray();
        switch (topic.Leaf)
        {
            case "event":
                TakeEvent(topic.Node, bytes, utcMs);
                break;
            case "alarm" when IsEvent(message.Topic, bytes):
                Store.AddAlarm(topic.Node, _event, utcMs);
                AlarmTaken?.Invoke(Copy(topic.Node, bytes, utcMs));
                Warn(topic.Node, "alarm");
                break;
            case "telemetry":
                TakeTelemetry(topic.Node, bytes, utcMs);
                break;
            case "birth":
                TakeBirth(topic.Node, bytes, utcMs);
                break;
            case "result" when CityResult.TryRead(bytes, out CityResult? result)
                && Store.AddResult(topic.Node, result, bytes, utcMs):
                Heard?.Invoke(topic.Node, result, bytes);
                SpeakAnew(topic.Node, result, utcMs);
                break;
            case "result":
                Refuse($"{message.Topic}: no result of a command that was sent");
                break;
            case "state" when bytes.Length <= StateLimit:
                string state = Ascii.Read(bytes, 0, bytes.Length);
                Store.AddState(topic.Node, state, utcMs);
                StateTaken?.Invoke(topic.Node, state);
                break;
            case "state":
                Refuse($"{message.Topic}: a state of {bytes.Length} bytes");
                break;
        }
    }

    private void TakeEvent(string node, byte[] bytes, long utcMs)
    {
        if (!IsEvent(node, bytes))
        {
            return;
        }

        StoreOutcome outcome = Store.Add(node, _event, bytes, utcMs);
        if (Count(node, _event.Journal, outcome))
        {
            _acks.Due(_event.Journal, node);
        }

        if (outcome == StoreOutcome.Stored)
        {
            EventTaken?.Invoke(Copy(node, bytes, utcMs));
        }

        if (outcome == StoreOutcome.Stored && _event.Kind is EventKind.WarningRaised or EventKind.WarningCleared)
        {
            Warn(node, _event.Kind == EventKind.WarningRaised ? "warning" : "warning is over");
        }
    }

    private static CityEvent Copy(string node, byte[] bytes, long utcMs)
    {
        EventRecord record = new();
        EventCodec.Decode(bytes, 0, bytes.Length, record);
        return new CityEvent(node, record, utcMs);
    }

    private void Warn(string node, string what) => Tell?.Invoke(node, string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: event {_event.Sequence}, level {_event.Level}, {Words.Of(_event.Kind)}"
        + $"{(_event.Bay > 0 ? $", bay {_event.Bay}" : "")}{(_event.Warning > 0 ? $", number {_event.Warning}" : "")}"
        + $"{(_event.Fault > 0 ? $", fault {_event.Fault}" : "")}"));

    /// <summary>The node has a new key: the first message that is signed with it brings it into force.</summary>
    private void SpeakAnew(string node, CityResult result, long utcMs)
    {
        if (result.State == ResultState.Done && _keys.Offered(node) is { } key
            && Store.Commands(node).Any(sent =>
                sent.Counter == result.Counter && sent.Operation == CommandOperation.RotateKey))
        {
            Send(node, new CityCommand(CommandOperation.ResendBirth), utcMs, key);
        }
    }

    private void TakeTelemetry(string node, byte[] bytes, long utcMs)
    {
        if (TelemetryMessage.Of(bytes) is not { } message)
        {
            Refuse($"{node}: no telemetry ({bytes.Length} bytes)");
        }
        else if (Count(node, message.Journal, Store.Telemetry.Add(node, message, utcMs)))
        {
            _acks.Due(message.Journal, node);
        }
    }

    /// <summary>False when it was not stored.</summary>
    private bool Count(string node, ulong journal, StoreOutcome outcome)
    {
        Duplicates += outcome == StoreOutcome.Duplicate ? 1 : 0;
        Conflicts += outcome == StoreOutcome.Conflict ? 1 : 0;
        if (outcome == StoreOutcome.ForeignJournal)
        {
            Refuse($"{node}: journal {CityStore.Hex(journal)} is another node's");
        }

        return outcome != StoreOutcome.ForeignJournal;
    }

    private bool IsEvent(string from, byte[] bytes)
    {
        DecodeResult result = EventCodec.Decode(bytes, 0, bytes.Length, _event);
        bool numbered = _event.Journal != 0 && _event.Sequence is > 0 and <= long.MaxValue;
        if (result != DecodeResult.Ok || !numbered)
        {
            Refuse($"{from}: no event ({result}, {bytes.Length} bytes)");
            return false;
        }

        return true;
    }

    /// <summary>A node that has just connected may have missed acknowledgements.</summary>
    private void TakeBirth(string node, byte[] bytes, long utcMs)
    {
        DecodeResult result = BirthReader.Decode(bytes, 0, bytes.Length, _birth);
        if (result != DecodeResult.Ok || _birth.Journal == 0)
        {
            Refuse($"{node}: no birth ({result}, {bytes.Length} bytes)");
            return;
        }

        Store.AddBirth(node, _birth, utcMs);
        if (_keys.Confirm(node, _birth.Key) is { Length: > 0 } said)
        {
            Tell?.Invoke(node, said);
        }

        foreach (byte[] message in Store.OpenCommands(node))
        {
            Client.Publish(CityTopic.Of(node, "command"), message);
        }

        if (Store.Owner(_birth.Journal) == node)
        {
            _acks.Due(_birth.Journal, node);
        }
    }

    private void Refuse(string reason)
    {
        Refused++;
        LastRefusal = reason;
    }
}
