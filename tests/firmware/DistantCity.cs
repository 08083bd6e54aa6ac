using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>A broker and a city at the end of a long line, in virtual time: half a round trip each way.</summary>
internal sealed class DistantCity(int roundTripMs) : IUplink
{
    private readonly Queue<(long DueMs, int Id)> _broker = new();
    private readonly Queue<(long DueMs, string Topic, byte[] Payload)> _words = new();
    private readonly LifeCity _city = new();
    private long _nowMs;
    private int _lastId;

    /// <summary>The network is gone.</summary>
    public bool Away { get; set; }

    public UplinkLink Link { get; private set; } = UplinkLink.Down;

    /// <summary>What reached the broker: last level of the topic, and when.</summary>
    public List<(string Leaf, long AtMs)> Arrived { get; } = [];

    public LifeCity City => _city;

    public void Advance(long nowMs)
    {
        _nowMs = nowMs;
        Link = Away ? UplinkLink.Down : Link;
    }

    public void Connect() => Link = Away ? UplinkLink.Down : UplinkLink.Up;

    public void Disconnect()
    {
        Link = UplinkLink.Down;
        _broker.Clear();
        _words.Clear();
    }

    public bool Subscribe(string topic) => true;

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        _lastId = (_lastId % 65_535) + 1;
        _broker.Enqueue((_nowMs + roundTripMs, _lastId));
        string leaf = topic[(topic.LastIndexOf('/') + 1)..];
        Arrived.Add((leaf, _nowMs + (roundTripMs / 2)));
        if (leaf == "event")
        {
            ulong journal = _city.Take(payload[..length]);
            byte[] word = _city.Acknowledge(journal, new byte[32], 0);
            _words.Enqueue((_nowMs + roundTripMs, topic.Replace("/event", "/ack", StringComparison.Ordinal), word));
        }

        return _lastId;
    }

    public int Acknowledged() =>
        _broker.TryPeek(out (long DueMs, int Id) next) && next.DueMs <= _nowMs ? _broker.Dequeue().Id : 0;

    public bool Receive(UplinkMessage into)
    {
        if (!_words.TryPeek(out (long DueMs, string Topic, byte[] Payload) next) || next.DueMs > _nowMs)
        {
            return false;
        }

        _words.Dequeue();
        next.Payload.CopyTo(into.Payload, 0);
        into.Topic = next.Topic;
        into.Length = next.Payload.Length;
        into.Retained = false;
        return true;
    }
}
