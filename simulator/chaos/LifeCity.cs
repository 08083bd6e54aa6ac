using System.Security.Cryptography;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A city in memory: keeps every event by journal and number, and tells through which it has all.</summary>
public sealed class LifeCity
{
    private readonly Dictionary<ulong, SortedDictionary<ulong, byte[]>> _journals = [];
    private readonly Dictionary<ulong, ulong> _through = [];
    private readonly EventRecord _event = new();
    private readonly AckRecord _ack = new();

    /// <summary>The same event again; harmless.</summary>
    public long Repeated { get; private set; }

    /// <summary>A number that came again with another content.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Messages that are no events.</summary>
    public long Refused { get; private set; }

    /// <summary>Events that a node could not read back and sent as lost.</summary>
    public long Damaged { get; private set; }

    public LifeTelemetry Telemetry { get; } = new();

    public long Events => _journals.Values.Sum(journal => (long)journal.Count);

    /// <summary>Every event up to and with this number is here.</summary>
    public ulong Through(ulong journal) => _through.GetValueOrDefault(journal);

    /// <summary>The bytes that came under a number; null while none have.</summary>
    public byte[]? Event(ulong journal, ulong sequence) =>
        _journals.GetValueOrDefault(journal)?.GetValueOrDefault(sequence);

    /// <summary>All of a journal, by number.</summary>
    public IEnumerable<byte[]> EventsOf(ulong journal) =>
        _journals.TryGetValue(journal, out SortedDictionary<ulong, byte[]>? events) ? events.Values : [];

    /// <summary>Takes one message of an event topic; returns its journal, 0 when it is none.</summary>
    public ulong Take(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (EventCodec.Decode(payload, 0, payload.Length, _event) != DecodeResult.Ok || _event.Sequence == 0)
        {
            Refused++;
            return 0;
        }

        if (!_journals.TryGetValue(_event.Journal, out SortedDictionary<ulong, byte[]>? journal))
        {
            journal = [];
            _journals.Add(_event.Journal, journal);
        }

        if (journal.TryGetValue(_event.Sequence, out byte[]? before))
        {
            bool same = payload.AsSpan().SequenceEqual(before);
            Repeated += same ? 1 : 0;
            Duplicated += same ? 0 : 1;
            return _event.Journal;
        }

        journal.Add(_event.Sequence, payload);
        Damaged += _event.Kind == EventKind.Lost ? 1 : 0;
        ulong through = Through(_event.Journal);
        while (journal.ContainsKey(through + 1))
        {
            through++;
        }

        _through[_event.Journal] = through;
        return _event.Journal;
    }

    /// <summary>A signed acknowledgement for a node.</summary>
    public byte[] Acknowledge(ulong journal, byte[] key, long utcMs)
    {
        byte[] payload = new byte[128];
        _ack.Journal = journal;
        _ack.EventThrough = Through(journal);
        _ack.TelemetryThrough = Telemetry.Through(journal);
        _ack.CityUtcMs = utcMs;
        int length = AckWriter.Encode(_ack, payload, 0);
        HMACSHA256.HashData(key, payload.AsSpan(_ack.BodyOffset, _ack.BodyLength), payload.AsSpan(_ack.MacOffset));
        return payload[..length];
    }
}
