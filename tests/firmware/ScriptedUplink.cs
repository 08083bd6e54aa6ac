using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>An uplink port whose broker does what the test says.</summary>
public sealed class ScriptedUplink : IUplink
{
    private readonly Queue<int> _acknowledged = new();
    private readonly Queue<(string Topic, byte[] Payload, bool Retained)> _received = new();
    private int _lastId;

    public UplinkLink Link { get; set; } = UplinkLink.Down;

    public int Connects { get; private set; }

    /// <summary>Something moves: then nothing may connect.</summary>
    public Func<bool> Moving { get; set; } = () => false;

    /// <summary>A connection that is begun is up.</summary>
    public bool AnswersAtOnce { get; set; }

    public bool AcknowledgesAtOnce { get; set; } = true;

    /// <summary>How many messages it takes before it says no.</summary>
    public int Room { get; set; } = int.MaxValue;

    /// <summary>Topics for which it has no room now.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;
    /// <summary>So many of the next messages are never acknowledged.</summary>
    public int Loses { get; set; }

    public List<string> Subscriptions { get; } = [];

    public List<(string Topic, byte[] Payload, bool Retain, int Id)> Published { get; } = [];

    public IEnumerable<byte[]> On(string topic) => Published
        .Where(message => message.Topic.EndsWith(topic, StringComparison.Ordinal))
        .Select(message => message.Payload);

    public void Connect()
    {
        Assert.False(Moving(), "connects while something moves");
        Connects++;
        Link = AnswersAtOnce ? UplinkLink.Up : UplinkLink.Connecting;
    }

    public void Disconnect()
    {
        Assert.False(Moving(), "disconnects while something moves");
        Link = UplinkLink.Down;
    }

    public bool Subscribes { get; set; } = true;

    public bool Subscribe(string topic)
    {
        if (Subscribes)
        {
            Subscriptions.Add(topic);
        }

        return Subscribes;
    }

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        if (Room == 0 || Refuses(topic))
        {
            return 0;
        }

        Room--;
        _lastId++;
        Published.Add((topic, payload[..length], retain, _lastId));
        if (Loses > 0)
        {
            Loses--;
        }
        else if (AcknowledgesAtOnce)
        {
            _acknowledged.Enqueue(_lastId);
        }

        return _lastId;
    }

    public void Acknowledge(int id) => _acknowledged.Enqueue(id);

    public void Deliver(string topic, byte[] payload, bool retained = false) =>
        _received.Enqueue((topic, payload, retained));

    public int Acknowledged() => _acknowledged.TryDequeue(out int id) ? id : 0;

    public bool Receive(UplinkMessage into)
    {
        if (!_received.TryDequeue(out (string Topic, byte[] Payload, bool Retained) message))
        {
            return false;
        }

        if (message.Payload.Length <= into.Payload.Length)
        {
            message.Payload.CopyTo(into.Payload, 0);
        }

        into.Length = message.Payload.Length;
        into.Topic = message.Topic;
        into.Retained = message.Retained;
        return true;
    }
}
