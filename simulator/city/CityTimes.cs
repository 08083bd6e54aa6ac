using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// When events were that did not know the time: placed by what their boot was told later, or else between its
/// neighbours. Placed again whenever something new is known; what an event said itself is never changed, nor its order.
/// </summary>
public sealed class CityTimes(SqliteConnection connection)
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS placements(        -- of events whose own time is unknown or held
            journal TEXT NOT NULL, sequence INTEGER NOT NULL,
            placed_utc_ms INTEGER NOT NULL,
            uncertainty_ms INTEGER,                   -- earlier or later; NULL: earlier, nobody knows how much
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;
        CREATE VIEW IF NOT EXISTS timeline AS         -- the best civil time of every event
            SELECT node, journal, sequence, kind, COALESCE(placed_utc_ms, utc_ms) AS utc_ms,
                CASE WHEN placed_utc_ms IS NULL THEN
                    CASE time_quality WHEN 4 THEN 1000 WHEN 3 THEN 60000 ELSE 30000 END
                ELSE uncertainty_ms END AS uncertainty_ms
            FROM events JOIN journals USING(journal) LEFT JOIN placements USING(journal, sequence);
        """;

    private readonly HashSet<ulong> _due = [];

    /// <summary>An event that changes what is known of times.</summary>
    public void Note(EventRecord record)
    {
        if (record.TimeQuality <= TimeQuality.Held || record.Kind is EventKind.TimeSet or EventKind.Boot)
        {
            _due.Add(record.Journal);
        }
    }

    /// <summary>Before a commit.</summary>
    public void Place(SqliteTransaction? transaction)
    {
        foreach (ulong journal in _due)
        {
            string name = CityStore.Hex(journal);
            foreach (PlacedTime placed in Placed(Read(name, transaction)))
            {
                using SqliteCommand command = Command(
                    "INSERT OR REPLACE INTO placements VALUES($journal, $sequence, $utc, $uncertainty)",
                    name, transaction);
                command.Parameters.AddWithValue("$sequence", (long)placed.Sequence);
                command.Parameters.AddWithValue("$utc", placed.UtcMs);
                command.Parameters.AddWithValue("$uncertainty", (object?)placed.UncertaintyMs ?? DBNull.Value);
                command.ExecuteNonQuery();
            }
        }

        _due.Clear();
    }

    /// <summary>Times of the events that need one, given all events of a journal in their order.</summary>
    public static IReadOnlyList<PlacedTime> Placed(IReadOnlyList<TimedEvent> events)
    {
        // An event that was damaged says no boot.
        BootTimes[] boots =
        [
            .. events.Where(each => each.Boot != 0).GroupBy(each => each.Boot).OrderBy(boot => boot.Key)
                .Select(boot => new BootTimes(boot)),
        ];
        for (int i = 1; i < boots.Length; i++)
        {
            boots[i].Follow(boots[i - 1]);
        }

        for (int i = boots.Length - 2; i >= 0; i--)
        {
            boots[i].Precede(boots[i + 1]);
        }

        return [.. boots.SelectMany(boot => boot.Placed())];
    }

    private List<TimedEvent> Read(string journal, SqliteTransaction? transaction)
    {
        using SqliteCommand command = Command(
            "SELECT sequence, boot, uptime_ms, utc_ms, time_quality, kind, value, received_ms FROM events "
            + "WHERE journal = $journal AND EXISTS(SELECT 1 FROM events WHERE journal = $journal AND time_quality < 2) "
            + "ORDER BY sequence", journal, transaction);
        using SqliteDataReader reader = command.ExecuteReader();
        List<TimedEvent> events = [];
        while (reader.Read())
        {
            TimeQuality quality = (TimeQuality)reader.GetInt32(4);
            long uncertaintyMs = (EventKind)reader.GetInt32(5) == EventKind.TimeSet
                ? reader.GetInt64(6) : TimedEvent.Assumed(quality);
            events.Add(new TimedEvent(
                (ulong)reader.GetInt64(0), (uint)reader.GetInt64(1), reader.GetInt64(2),
                reader.IsDBNull(3) ? 0 : reader.GetInt64(3), quality, uncertaintyMs, reader.GetInt64(7)));
        }

        return events;
    }

    private SqliteCommand Command(string sql, string journal, SqliteTransaction? transaction)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$journal", journal);
        return command;
    }
}
