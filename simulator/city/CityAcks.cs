using System.Security.Cryptography;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The acknowledgements of a city: what it has committed of each journal, signed for its node.</summary>
internal sealed class CityAcks(MqttClient client, CityStore store, CityKeys keys)
{
    private readonly AckRecord _ack = new();
    private readonly byte[] _payload = new byte[128];
    private readonly Dictionary<ulong, string> _due = [];

    public long Sent { get; private set; }

    /// <summary>The journal of this node has something new, or its node may have missed an acknowledgement.</summary>
    public void Due(ulong journal, string node) => _due[journal] = node;

    /// <summary>After a commit; false when nothing was due.</summary>
    public bool Send(long utcMs)
    {
        bool busy = false;
        foreach ((ulong journal, string node) in _due.ToArray())
        {
            _ack.Journal = journal;
            _ack.EventThrough = store.Through(journal);
            _ack.TelemetryThrough = store.Telemetry.Through(journal);
            _ack.CityUtcMs = utcMs;
            int length = AckWriter.Encode(_ack, _payload, 0);
            if (keys.InForce(node) is { } key)
            {
                HMACSHA256.HashData(
                    key, _payload.AsSpan(_ack.BodyOffset, _ack.BodyLength), _payload.AsSpan(_ack.MacOffset));
            }

            if (client.Publish(CityTopic.Of(node, "ack"), _payload.AsSpan(0, length)) == 0)
            {
                break;
            }

            _due.Remove(journal);
            Sent++;
            busy = true;
        }

        return busy | DropBrokerAcks();
    }

    /// <summary>Acknowledgements are repeated with the next event; nobody waits for the broker's word on one.</summary>
    private bool DropBrokerAcks()
    {
        bool busy = false;
        while (client.Acknowledged() != 0)
        {
            busy = true;
        }

        return busy;
    }
}
