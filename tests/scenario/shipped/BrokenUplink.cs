using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal class BrokenUplink(IUplink live) : IUplink
{
    /// <summary>Beyond those that a broker's client gives here.</summary>
    private const int FirstDropped = 60_000;

    private const int LastDropped = 65_000;
    private readonly Queue<int> _dropped = new();
    private int _next = FirstDropped;

    /// <summary>By topic, and by the number of what was sent on it so far: taken, and never sent.</summary>
    public Func<string, int, bool>? Drops { get; init; }

    /// <summary>May change a message; false: it is not heard.</summary>
    public Func<UplinkMessage, bool>? Hears { get; init; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>It does not connect more often.</summary>
    public int MostConnections { get; init; } = int.MaxValue;

    /// <summary>Never disconnects.</summary>
    public bool Clings { get; init; }

    /// <summary>Messages that the broker has not acknowledged.</summary>
    public int Waiting { get; private set; }

    public UplinkLink Link => live.Link;

    public void Connect()
    {
        Waiting = 0;
        if (Connections < MostConnections)
        {
            Connections++;
            live.Connect();
        }
    }

    public void Disconnect()
    {
        if (!Clings)
        {
            Waiting = 0;
            _dropped.Clear();
            live.Disconnect();
        }
    }

    public bool Subscribe(string topic) => live.Subscribe(topic);

    public virtual int Publish(string topic, byte[] payload, int length, bool retain)
    {
        int id;
        if (live.Link == UplinkLink.Up && Drops?.Invoke(topic, _next) == true)
        {
            id = _next;
            _dropped.Enqueue(id);
        }
        else
        {
            id = live.Publish(topic, payload, length, retain);
        }

        _next = _next == LastDropped ? FirstDropped : _next + 1;
        Waiting += id == 0 ? 0 : 1;
        return id;
    }

    public int Acknowledged()
    {
        int id = _dropped.TryDequeue(out int dropped) ? dropped : live.Acknowledged();
        Waiting -= id == 0 ? 0 : 1;
        return id;
    }

    public virtual bool Receive(UplinkMessage into)
    {
        while (live.Receive(into))
        {
            if (Hears?.Invoke(into) != false)
            {
                return true;
            }
        }

        return false;
    }
}
