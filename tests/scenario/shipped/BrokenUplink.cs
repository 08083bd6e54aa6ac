using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenUplink(IUplink live) : IUplink
{
    /// <summary>Beyond those that a broker's client gives here.</summary>
    private const int FirstDropped = 60_000;

    private const int LastDropped = 65_000;
    private readonly Queue<int> _dropped = new();
    private int _next = FirstDropped;

    /// <summary>By topic.</summary>
    public Func<string, bool>? Drops { get; init; }

    public Func<string, bool>? Hears { get; init; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Never disconnects.</summary>
    public bool Clings { get; init; }

    public UplinkLink Link => live.Link;

    public void Connect()
    {
        Connections++;
        live.Connect();
    }

    public void Disconnect()
    {
        if (!Clings)
        {
            _dropped.Clear();
            live.Disconnect();
        }
    }

    public bool Subscribe(string topic) => live.Subscribe(topic);

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        if (live.Link != UplinkLink.Up || Drops?.Invoke(topic) != true)
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
                return true;
            }
        }

        return false;
    }
}
