using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A node's way to the city in memory: a broker that may be away, acknowledgements that come late, twice or never.
/// </summary>
public sealed class LifeUplink(LifeCity city, byte[] key, Prng random) : IUplink
{
    private readonly List<(long DueMs, int Id)> _broker = [];
    private readonly List<(long DueMs, string Topic, byte[] Payload)> _city = [];
    private long _nowMs;
    private int _lastId;

    /// <summary>Nobody answers: no broker, or no network.</summary>
    public bool Away { get; set; }

    /// <summary>The city's word may get lost, come late, or twice.</summary>
    public bool Unreliable { get; set; }

    public UplinkLink Link { get; private set; } = UplinkLink.Down;

    /// <summary>Lets time pass; a connection ends when the broker is away.</summary>
    public void Advance(long nowMs)
    {
        _nowMs = nowMs;
        if (Away && Link != UplinkLink.Down)
        {
            Disconnect();
        }
    }

    public void Connect() => Link = Away ? UplinkLink.Down : UplinkLink.Up;

    public void Disconnect()
    {
        Link = UplinkLink.Down;
        _broker.Clear();
        _city.Clear();
    }

    public bool Subscribe(string topic) => Link == UplinkLink.Up;

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (Link != UplinkLink.Up)
        {
            return 0;
        }

        _lastId = (_lastId % 65_535) + 1;
        int chance = Unreliable ? random.Between(0, 39) : -1;
        if (chance != 0 && topic.EndsWith("/event", StringComparison.Ordinal))
        {
            Arrive(topic, payload[..length]);
        }

        if (chance is 0 or 1)
        {
            // The connection breaks, before the message arrived or after it.
            Disconnect();
            return _lastId;
        }

        _broker.Add((_nowMs + Delay(), _lastId));
        return _lastId;
    }

    public int Acknowledged()
    {
        int index = _broker.FindIndex(waiting => waiting.DueMs <= _nowMs);
        if (index < 0)
        {
            return 0;
        }

        int id = _broker[index].Id;
        _broker.RemoveAt(index);
        return id;
    }

    public bool Receive(UplinkMessage into)
    {
        ArgumentNullException.ThrowIfNull(into);
        int index = _city.FindIndex(waiting => waiting.DueMs <= _nowMs);
        if (index < 0)
        {
            return false;
        }

        (_, into.Topic, byte[] payload) = _city[index];
        _city.RemoveAt(index);
        payload.CopyTo(into.Payload, 0);
        into.Length = payload.Length;
        into.Retained = false;
        return true;
    }

    private void Arrive(string topic, byte[] payload)
    {
        ulong journal = city.Take(payload);
        int words = !Unreliable ? 1 : random.Between(0, 3) switch { 0 => 0, 1 => 2, _ => 1 };
        for (int word = 0; word < words && journal != 0; word++)
        {
            string ack = topic.Replace("/event", "/ack", StringComparison.Ordinal);
            _city.Add((_nowMs + Delay() + 50, ack, city.Acknowledge(journal, key, 1_780_000_000_000 + _nowMs)));
        }
    }

    private int Delay() => Unreliable ? random.Between(0, 4_000) : random.Between(0, 100);
}
