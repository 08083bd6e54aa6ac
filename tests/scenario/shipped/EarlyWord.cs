using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Says in the city's name that it has whatever was sent, and is deaf to what the city says itself.</summary>
internal sealed class EarlyWord(NodeSettings settings, IUplink live) : BrokenUplink(live)
{
    private readonly string _topic = new Topics(settings).Ack;
    private readonly EventRecord _event = new();
    private readonly AckRecord _ack = new();

    public override int Publish(string topic, byte[] payload, int length, bool retain)
    {
        int id = base.Publish(topic, payload, length, retain);
        if (id != 0 && topic.EndsWith("/event", StringComparison.Ordinal)
            && EventCodec.Decode(payload, 0, length, _event) == DecodeResult.Ok)
        {
            _ack.Journal = _event.Journal;
            _ack.EventThrough = Math.Max(_ack.EventThrough, _event.Sequence);
        }

        return id;
    }

    public override bool Receive(UplinkMessage into)
    {
        while (base.Receive(into))
        {
            if (into.Topic != _topic)
            {
                return true;
            }
        }

        if (_ack.EventThrough == 0)
        {
            return false;
        }

        // The node believes no more than the broker has.
        (into.Topic, into.Retained) = (_topic, false);
        into.Length = AckWriter.Encode(_ack, into.Payload, 0);
        _ack.EventThrough = Waiting == 0 ? 0 : _ack.EventThrough;
        return true;
    }
}
