using System.Globalization;
using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The telemetry that a city keeps: blocks as they came, and their samples. Storing one twice changes
/// nothing.</summary>
public sealed class CityTelemetry
{
    private readonly CityStore _store;
    private readonly Dictionary<TelemetrySubject, SqliteCommand> _inserts = [];
    private readonly Dictionary<ulong, ulong> _through = [];
    private readonly HashSet<ulong> _changed = [];

    internal CityTelemetry(CityStore store)
    {
        _store = store;
        _store.Run(TelemetryColumns.Create());
        foreach ((string journal, long through) in _store.Query(
            "SELECT journal, through FROM telemetry_state", row => (row.GetString(0), row.GetInt64(1))))
        {
            _through[Convert.ToUInt64(journal, 16)] = (ulong)through;
        }
    }

    /// <summary>Blocks whose bytes could not be read; they are kept as they came.</summary>
    public long Unread { get; private set; }

    /// <summary>Every block up to and with this one is stored, or gone by its node's word.</summary>
    public ulong Through(ulong journal) => _through.GetValueOrDefault(journal);

    /// <summary>Stores one message.</summary>
    public StoreOutcome Add(string node, TelemetryMessage message, long receivedMs)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_store.Owns(message.Journal, node, receivedMs))
        {
            return StoreOutcome.ForeignJournal;
        }

        _changed.Add(message.Journal);
        _store.Run(
            """
            INSERT INTO telemetry_state VALUES($journal, 0, $dropped)
            ON CONFLICT(journal) DO UPDATE SET dropped = $dropped
            """,
            ("$journal", CityStore.Hex(message.Journal)), ("$dropped", (long)message.Dropped));
        return AddBlock(message, isEvent: false, receivedMs);
    }

    /// <summary>What an event carries of a black box.</summary>
    internal void AddBox(EventRecord record, byte[] body, long receivedMs)
    {
        if (TelemetryMessage.BoxOf(body) is not { } box)
        {
            return;
        }

        bool cut = record.Kind == EventKind.BlackBoxCut;
        _store.Run(
            "INSERT OR IGNORE INTO black_box_events VALUES($journal, $sequence, $fault, $more, $cut)",
            ("$journal", CityStore.Hex(record.Journal)), ("$sequence", (long)record.Sequence),
            ("$fault", (long)box.Number), ("$more", (long)record.Value), ("$cut", cut ? 1L : 0L));
        if (!cut)
        {
            AddBlock(box with { Journal = record.Journal, Number = record.Sequence }, isEvent: true, receivedMs);
        }
    }

    /// <summary>Moves the watermarks of all journals that something was stored for.</summary>
    internal void Advance()
    {
        foreach (ulong journal in _changed)
        {
            ulong through = Through(journal);
            while (Next(journal, through) is { } next)
            {
                through = next;
            }

            _through[journal] = through;
            _store.Run("UPDATE telemetry_state SET through = $through WHERE journal = $journal",
                ("$through", (long)through), ("$journal", CityStore.Hex(journal)));
        }

        _changed.Clear();
    }

    private ulong? Next(ulong journal, ulong through) => _store.Query(
        """
        SELECT MAX(number) FROM telemetry_blocks
        WHERE journal = $journal AND event = 0 AND number > $through AND previous <= $through
        """,
        row => row.IsDBNull(0) ? (ulong?)null : (ulong)row.GetInt64(0),
        ("$journal", CityStore.Hex(journal)), ("$through", (long)through))[0];

    private StoreOutcome AddBlock(TelemetryMessage message, bool isEvent, long receivedMs)
    {
        DecodedBlock? block = DecodedBlock.Of(message.Block);
        int added = _store.Run(
            """
            INSERT OR IGNORE INTO telemetry_blocks(journal, event, number, previous, subject, bay, pack_serial, name,
                boot, start_ms, utc_ms, time_quality, interval_ms, samples, reissued, received_ms, body)
            VALUES($journal, $event, $number, $previous, $subject, $bay, $serial, $name,
                $boot, $start, $utc, $quality, $interval, $samples, $reissued, $received, $body)
            """,
            ("$journal", CityStore.Hex(message.Journal)), ("$event", isEvent ? 1L : 0L),
            ("$number", (long)message.Number), ("$previous", (long)message.Previous),
            ("$subject", block is null ? null : (long)block.Subject), ("$bay", Said(block?.Bay)),
            ("$serial", Said(block?.Serial)), ("$name", block is { Name.Length: > 0 } ? block.Name : null),
            ("$boot", block?.Boot), ("$start", block?.StartMs), ("$utc", block?.UtcMs),
            ("$quality", (long?)block?.TimeQuality), ("$interval", block?.IntervalMs),
            ("$samples", (long?)block?.Samples.Count), ("$reissued", message.Reissued ? 1L : 0L),
            ("$received", receivedMs), ("$body", message.Block));
        if (added == 0)
        {
            // Sent again after something was dropped it may say more of what went before it.
            return Widen(message, isEvent);
        }

        if (block is null || !TelemetryColumns.All.ContainsKey(block.Subject))
        {
            Unread++;
            return StoreOutcome.Stored;
        }

        long id = _store.Query("SELECT last_insert_rowid()", row => row.GetInt64(0))[0];
        AddSamples(block, id);
        return StoreOutcome.Stored;
    }

    private StoreOutcome Widen(TelemetryMessage message, bool isEvent)
    {
        (string, object?)[] key =
            [("$journal", CityStore.Hex(message.Journal)), ("$event", isEvent ? 1L : 0L),
                ("$number", (long)message.Number), ("$previous", (long)message.Previous)];
        _store.Run(
            """
            UPDATE telemetry_blocks SET previous = $previous
            WHERE journal = $journal AND event = $event AND number = $number AND previous > $previous
            """,
            key);
        byte[] stored = _store.Query(
            "SELECT body FROM telemetry_blocks WHERE journal = $journal AND event = $event AND number = $number",
            row => (byte[])row.GetValue(0), key[..3])[0];
        return stored.AsSpan().SequenceEqual(message.Block) ? StoreOutcome.Duplicate : StoreOutcome.Conflict;
    }

    private void AddSamples(DecodedBlock block, long id)
    {
        IReadOnlyList<string> columns = TelemetryColumns.All[block.Subject].Columns;
        SqliteCommand insert = InsertOf(block.Subject, columns);
        for (int place = 0; place < block.Samples.Count; place++)
        {
            DecodedSample sample = block.Samples[place];
            long after = place * block.IntervalMs;
            insert.Parameters["$block"].Value = id;
            insert.Parameters["$place"].Value = (long)place;
            insert.Parameters["$uptime_ms"].Value = block.StartMs + after;
            insert.Parameters["$utc_ms"].Value = (object?)(block.UtcMs + after) ?? DBNull.Value;
            insert.Parameters["$qualities"].Value = string.Concat(
                sample.Qualities.Select(quality => ((int)quality).ToString(CultureInfo.InvariantCulture)));
            for (int field = 0; field < columns.Count; field++)
            {
                insert.Parameters["$" + columns[field]].Value = (object?)sample[field] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private SqliteCommand InsertOf(TelemetrySubject subject, IReadOnlyList<string> columns)
    {
        if (!_inserts.TryGetValue(subject, out SqliteCommand? insert))
        {
            insert = _store.Command(TelemetryColumns.Insert(subject), []);
            foreach (string name in (string[])["block", "place", "uptime_ms", "utc_ms", .. columns, "qualities"])
            {
                insert.Parameters.Add(new SqliteParameter("$" + name, DBNull.Value));
            }

            _inserts.Add(subject, insert);
        }

        insert.Transaction = _store.Transaction;
        return insert;
    }

    private static long? Said(long? number) => number is null or 0 ? null : number;
}
