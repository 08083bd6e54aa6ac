using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What one node has really stored, byte by byte and by number; compared with what the city has.</summary>
public sealed class LifeTruth
{
    private readonly Dictionary<ulong, List<byte[]>> _journals = [];
    private readonly byte[] _room = new byte[Journal.RecordRoom];
    private readonly EventRecord _event = new();

    /// <summary>Whoever wants each event as it is stored.</summary>
    public Action<EventRecord>? Noted { get; set; }

    /// <summary>Takes what the journal has stored since the last time; once a pass.</summary>
    public void Note(Journal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        if (journal.Identity == 0 || journal.LastStored == 0)
        {
            return;
        }

        if (!_journals.TryGetValue(journal.Identity, out List<byte[]>? events))
        {
            events = [];
            _journals.Add(journal.Identity, events);
        }

        while ((ulong)events.Count < journal.LastStored)
        {
            int length = journal.Read((ulong)events.Count + 1, _room);
            events.Add(_room[..Math.Max(length, 0)]);
            if (Noted is { } noted && EventCodec.Decode(_room, 0, Math.Max(length, 0), _event) == DecodeResult.Ok)
            {
                noted(_event);
            }
        }
    }

    /// <summary>Stored events that are not in the city's unbroken row.</summary>
    public long LostTo(LifeCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return _journals.Sum(journal => Math.Max(0, journal.Value.Count - (long)city.Through(journal.Key)));
    }

    /// <summary>Events that the city has with other bytes than were stored; what was told as lost is not one.</summary>
    public long AlteredIn(LifeCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return _journals.Sum(journal => journal.Value.Where((stored, index) => stored.Length > 0
            && city.Event(journal.Key, (ulong)index + 1) is { } had
            && !had.AsSpan().SequenceEqual(stored) && KindOf(had) != EventKind.Lost).Count());
    }

    /// <summary>All that the city has of this node.</summary>
    public IEnumerable<byte[]> EventsIn(LifeCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return _journals.Keys.SelectMany(city.EventsOf);
    }

    /// <summary>Events in the city whose number is higher, and whose boot or time of the boot is lower, than those of
    /// the one before.</summary>
    public long OutOfOrderIn(LifeCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        long wrong = 0;
        foreach (ulong journal in _journals.Keys)
        {
            (uint Boot, long UptimeMs) before = default;
            foreach (byte[] had in city.EventsOf(journal))
            {
                // What stands in for a damaged event has neither.
                if (KindOf(had) != EventKind.None && _event.Boot != 0)
                {
                    (uint Boot, long UptimeMs) now = (_event.Boot, _event.UptimeMs);
                    wrong += now.CompareTo(before) < 0 ? 1 : 0;
                    before = now;
                }
            }
        }

        return wrong;
    }

    private EventKind KindOf(byte[] bytes) =>
        EventCodec.Decode(bytes, 0, bytes.Length, _event) == DecodeResult.Ok ? _event.Kind : EventKind.None;
}
