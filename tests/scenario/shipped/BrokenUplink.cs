using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenUplink(IUplink live) : IUplink
{
    /// <summary>Beyond those that a broker's client gives here.</summary>
    private const int FirstDropped = 60_000;

    private const int LastDropped = 65_000;
    private readonly Queue<int> _dropped = new();
    private int _next = FirstDropped;

    /// <summary>By topic and length.</summary>
    public Func<string, int, bool>? Drops { get; init; }

    public Func<string, bool>? Hears { get; init; }

    /// <summary>May change what has come.</summary>
    public Action<UplinkMessage>? Came { get; init; }

    public UplinkLink Link => live.Link;

    public void Connect() => live.Connect();

    public void Disconnect()
    {
        _dropped.Clear();
        live.Disconnect();
    }

    public bool Subscribe(string topic) => live.Subscribe(topic);

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        if (live.Link != UplinkLink.Up || Drops?.Invoke(topic, length) != true)
        {
            return live.Publish(topic, payload, length, retain);
        }

        _next = _next == LastDropped ? FirstDropped : _next + 1;
        _dropped.Enqueue(_next);
        return _next;
    }

    public int Acknowledged() => _dropped.TryDequeue(out int id) ? id : live.Acknowledged();

    public bool Receive(UplinkMessage into)
    {
        while (live.Receive(into))
        {
            if (Hears?.Invoke(into.Topic) != false)
            {
                Came?.Invoke(into);
                return true;
            }
        }

        return false;
    }
}
