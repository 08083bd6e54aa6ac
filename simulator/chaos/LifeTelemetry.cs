namespace SwapEdge.Simulator;

/// <summary>The blocks of telemetry that a city in memory has, by journal and number.</summary>
public sealed class LifeTelemetry
{
    private readonly Dictionary<ulong, SortedDictionary<ulong, TelemetryMessage>> _journals = [];
    private readonly Dictionary<ulong, ulong> _through = [];
    private readonly Dictionary<ulong, (ulong Last, ulong Sum)> _dropped = [];

    /// <summary>The same block again; harmless.</summary>
    public long Repeated { get; private set; }

    /// <summary>A number that came again with another content.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Messages that are no telemetry.</summary>
    public long Refused { get; private set; }

    public long Blocks => _journals.Values.Sum(journal => (long)journal.Count);

    /// <summary>Every block up to and with this number is here, or there is none by its node's word.</summary>
    public ulong Through(ulong journal) => _through.GetValueOrDefault(journal);

    /// <summary>Blocks that had to go unsent by the node's word, in all its boots.</summary>
    public ulong Dropped(ulong journal) => _dropped.GetValueOrDefault(journal).Sum;

    /// <summary>The bytes that came under a number; null while none have.</summary>
    public byte[]? Block(ulong journal, ulong number) =>
        _journals.GetValueOrDefault(journal)?.GetValueOrDefault(number)?.Block;

    /// <summary>All of a journal, by number.</summary>
    public IEnumerable<TelemetryMessage> BlocksOf(ulong journal) =>
        _journals.TryGetValue(journal, out SortedDictionary<ulong, TelemetryMessage>? blocks) ? blocks.Values : [];

    /// <summary>Takes one message of a telemetry topic; returns its journal, 0 when it is none.</summary>
    public ulong Take(byte[] payload)
    {
        if (TelemetryMessage.Of(payload) is not { } message)
        {
            Refused++;
            return 0;
        }

        if (!_journals.TryGetValue(message.Journal, out SortedDictionary<ulong, TelemetryMessage>? blocks))
        {
            blocks = [];
            _journals.Add(message.Journal, blocks);
        }

        if (blocks.TryGetValue(message.Number, out TelemetryMessage? before))
        {
            bool same = message.Block.AsSpan().SequenceEqual(before.Block);
            Repeated += same ? 1 : 0;
            Duplicated += same ? 0 : 1;
        }

        // Sent again it may say more of what went before it.
        if (before is null || message.Previous < before.Previous)
        {
            blocks[message.Number] = message with { Block = before?.Block ?? message.Block };
        }

        Count(message);
        Advance(message.Journal, blocks);
        return message.Journal;
    }

    /// <summary>The node counts since its start.</summary>
    private void Count(TelemetryMessage message)
    {
        (ulong last, ulong sum) = _dropped.GetValueOrDefault(message.Journal);
        ulong more = message.Dropped >= last ? message.Dropped - last : message.Dropped;
        _dropped[message.Journal] = (message.Dropped, sum + more);
    }

    private void Advance(ulong journal, SortedDictionary<ulong, TelemetryMessage> blocks)
    {
        ulong through = Through(journal);
        foreach (TelemetryMessage block in blocks.Values)
        {
            through = block.Number > through && block.Previous <= through ? block.Number : through;
        }

        _through[journal] = through;
    }
}
