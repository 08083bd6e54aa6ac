using System.Globalization;
using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a city keeps, in SQLite. Storing the same thing twice changes nothing.</summary>
public sealed partial class CityStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<ulong, JournalState> _journals = [];

    /// <summary>By their text: what is run again is not parsed again.</summary>
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly CityTimes _times;
    private SqliteTransaction? _transaction;

    /// <summary>Opens or makes a database; <c>:memory:</c> is one that ends with the process.</summary>
    public CityStore(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnectionStringBuilder settings = new() { DataSource = path, Pooling = false };
        _connection = new SqliteConnection(settings.ToString());
        _connection.Open();
        Run(CitySchema.Create);
        Run(CityTimes.Create);
        _times = new CityTimes(_connection);
        Telemetry = new CityTelemetry(this);
        LoadJournals();
    }

    public CityTelemetry Telemetry { get; }

    internal SqliteTransaction? Transaction => _transaction;

    /// <summary>For queries of one's own.</summary>
    public SqliteConnection Connection => _connection;

    public void Begin() => _transaction = _connection.BeginTransaction();

    public void Commit()
    {
        foreach ((ulong journal, JournalState state) in _journals)
        {
            if (state.Changed)
            {
                Advance(journal, state);
            }
        }

        _times.Place(_transaction);
        Telemetry.Advance();
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Stores one event with the bytes it came as.</summary>
    public StoreOutcome Add(string node, EventRecord record, ReadOnlyMemory<byte> body, long receivedMs)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!Owns(record.Journal, node, receivedMs))
        {
            return StoreOutcome.ForeignJournal;
        }

        byte[] bytes = body.ToArray();
        if (Run(CitySchema.InsertEvent, CityRows.Of(record, bytes, receivedMs)) == 0)
        {
            return IsSame(record, bytes) ? StoreOutcome.Duplicate : StoreOutcome.Conflict;
        }

        AddSwap(record);
        _times.Note(record);
        Telemetry.AddBox(record, bytes, receivedMs);
        _journals[record.Journal].Changed = true;
        return StoreOutcome.Stored;
    }

    /// <summary>Whether a journal is that node's; one that nobody has yet becomes it.</summary>
    internal bool Owns(ulong journal, string node, long receivedMs)
    {
        if (!_journals.TryGetValue(journal, out JournalState? state))
        {
            state = new JournalState(node);
            _journals.Add(journal, state);
            Run("INSERT INTO journals VALUES($journal, $node, 0, $received_ms)",
                ("$journal", Hex(journal)), ("$node", node), ("$received_ms", receivedMs));
        }

        return state.Node == node;
    }

    public void AddAlarm(string node, EventRecord record, long receivedMs)
    {
        ArgumentNullException.ThrowIfNull(record);
        Run("INSERT OR IGNORE INTO alarms VALUES($journal, $sequence, $node, $received_ms)",
            ("$journal", Hex(record.Journal)), ("$sequence", (long)record.Sequence), ("$node", node),
            ("$received_ms", receivedMs));
    }

    public void AddBirth(string node, BirthRecord record, long receivedMs)
    {
        ArgumentNullException.ThrowIfNull(record);
        Run(CitySchema.InsertBirth, CityRows.Of(node, record, receivedMs));
        if (record.FirstSequence > 1 && Owns(record.Journal, node, receivedMs))
        {
            // What was before is gone from the node: waiting for it would hold up the rest. It stays a gap.
            JournalState state = _journals[record.Journal];
            state.Through = Math.Max(state.Through, record.FirstSequence - 1);
            state.Changed = true;
        }
    }

    public void AddState(string node, string state, long receivedMs) =>
        Run(CitySchema.InsertState, ("$node", node), ("$state", state), ("$received_ms", receivedMs));

    /// <summary>Every event up to and with this one is stored; 0 when the first is missing.</summary>
    public ulong Through(ulong journal) => _journals.TryGetValue(journal, out JournalState? state) ? state.Through : 0;

    /// <summary>Whose journal it is, or null when nothing of it is stored.</summary>
    public string? Owner(ulong journal) => _journals.TryGetValue(journal, out JournalState? state) ? state.Node : null;

    public IReadOnlyList<SequenceGap> Gaps() => Query("SELECT journal, first, last FROM gaps ORDER BY journal, first",
        row => new SequenceGap(Number(row.GetString(0)), (ulong)row.GetInt64(1), (ulong)row.GetInt64(2)));

    public IReadOnlyList<CityJournal> Journals() => Query("""
        SELECT journal, node, (SELECT COUNT(*) FROM events WHERE events.journal = journals.journal), stored_through
        FROM journals ORDER BY node, first_seen_ms
        """,
        row => new CityJournal(Number(row.GetString(0)), row.GetString(1), row.GetInt64(2), (ulong)row.GetInt64(3)));

    /// <summary>All events, or those of one node (<c>city/station/node</c>), by journal and sequence.</summary>
    public IReadOnlyList<CityEvent> Events(string? node = null) => Query("""
        SELECT node, body, received_ms FROM events JOIN journals USING(journal)
        WHERE $node IS NULL OR node = $node ORDER BY node, first_seen_ms, journal, sequence
        """,
        row =>
        {
            byte[] body = (byte[])row.GetValue(1);
            EventRecord record = new();
            EventCodec.Decode(body, 0, body.Length, record);
            return new CityEvent(row.GetString(0), record, row.GetInt64(2));
        },
        ("$node", node));

    /// <summary>The last state a node told, or null.</summary>
    public string? State(string node) => Query(
        "SELECT state FROM states WHERE node = $node ORDER BY id DESC LIMIT 1", row => row.GetString(0),
        ("$node", node)).FirstOrDefault();

    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    internal static string Hex(ulong journal) => journal.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong Number(string hex) => Convert.ToUInt64(hex, 16);

    private void LoadJournals()
    {
        foreach (CityJournal journal in Journals())
        {
            _journals.Add(journal.Journal, new JournalState(journal.Node) { Through = journal.Through });
        }
    }

    private void Advance(ulong journal, JournalState state)
    {
        SqliteCommand command = Kept(
            "SELECT sequence FROM events WHERE journal = $journal AND sequence > $through ORDER BY sequence",
            [("$journal", Hex(journal)), ("$through", (long)state.Through)]);
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read() && (ulong)reader.GetInt64(0) == state.Through + 1)
            {
                state.Through++;
            }
        }

        Run("UPDATE journals SET stored_through = $through WHERE journal = $journal",
            ("$through", (long)state.Through), ("$journal", Hex(journal)));
        state.Changed = false;
    }

    private bool IsSame(EventRecord record, byte[] body) => Query(
        "SELECT body FROM events WHERE journal = $journal AND sequence = $sequence", row => (byte[])row.GetValue(0),
        ("$journal", Hex(record.Journal)), ("$sequence", (long)record.Sequence))[0].AsSpan().SequenceEqual(body);

    /// <summary>What an event says of a swap beyond its own row.</summary>
    private void AddSwap(EventRecord record)
    {
        if (record.Kind is EventKind.BatteryIn or EventKind.BatteryOut or EventKind.SwapOrphaned)
        {
            Run(CitySchema.InsertEnergies, CityRows.OfEnergies(record));
        }
        else if (record.Kind == EventKind.SwapEnded)
        {
            Run(CitySchema.InsertEnd, CityRows.OfEnd(record));
            for (int place = 0; place < record.Summary.StepCount; place++)
            {
                Run(CitySchema.InsertStep, CityRows.OfStep(record, place));
            }
        }
    }

    internal int Run(string sql, params (string Name, object? Value)[] parameters)
    {
        return Kept(sql, parameters).ExecuteNonQuery();
    }

    internal List<T> Query<T>(
        string sql, Func<SqliteDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        using SqliteDataReader reader = Kept(sql, parameters).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>One command a text, with these values: not for a query inside itself.</summary>
    private SqliteCommand Kept(string sql, (string Name, object? Value)[] parameters)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = Command(sql, parameters);
            _commands.Add(sql, command);
            return command;
        }

        command.Transaction = _transaction;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }

        return command;
    }

    internal SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private sealed class JournalState(string node)
    {
        public string Node { get; } = node;

        public ulong Through { get; set; }

        public bool Changed { get; set; }
    }
}
