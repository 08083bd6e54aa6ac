using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A node's way to the broker on which the city's acknowledgements may come late, or not at all.</summary>
public sealed class LateUplink(IUplink line) : IUplink
{
    private const string Leaf = "/ack";

    private readonly Queue<(long DueMs, string Topic, byte[] Payload)> _late = new();
    private long _nowMs;

    /// <summary>Where its messages go; another one when a board with threads starts anew.</summary>
    public IUplink Line { get; set; } = line;

    /// <summary>How late; 0: at once.</summary>
    public long AcksLateMs { get; set; }

    public bool AcksLost { get; set; }

    public UplinkLink Link => Line.Link;

    public void Advance(long nowMs) => _nowMs = nowMs;

    public void Connect()
    {
        _late.Clear();
        Line.Connect();
    }

    public void Disconnect()
    {
        _late.Clear();
        Line.Disconnect();
    }

    public bool Subscribe(string topic) => Line.Subscribe(topic);

    public int Publish(string topic, byte[] payload, int length, bool retain) =>
        Line.Publish(topic, payload, length, retain);

    public int Acknowledged() => Line.Acknowledged();

    public bool Receive(UplinkMessage into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (_late.TryPeek(out (long DueMs, string Topic, byte[] Payload) late) && late.DueMs <= _nowMs)
        {
            _late.Dequeue();
            late.Payload.CopyTo(into.Payload, 0);
            (into.Topic, into.Length, into.Retained) = (late.Topic, late.Payload.Length, false);
            return true;
        }

        while (Line.Receive(into))
        {
            bool held = (AcksLost || AcksLateMs > 0) && into.Length <= into.Payload.Length
                && into.Topic.EndsWith(Leaf, StringComparison.Ordinal);
            if (!held)
            {
                return true;
            }

            if (!AcksLost)
            {
                _late.Enqueue((_nowMs + AcksLateMs, into.Topic, into.Payload[..into.Length]));
            }
        }

        return false;
    }
}
