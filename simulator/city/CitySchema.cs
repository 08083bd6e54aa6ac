namespace SwapEdge.Simulator;

/// <summary>The tables of a city. Times are Unix milliseconds; city.proto numbers kinds, phases and faults.</summary>
internal static class CitySchema
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS journals(
            journal TEXT PRIMARY KEY,             -- 16 hexadecimal digits
            node TEXT NOT NULL,                   -- city/station/node
            stored_through INTEGER NOT NULL,      -- acknowledged up to here
            first_seen_ms INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS events(
            journal TEXT NOT NULL REFERENCES journals(journal),
            sequence INTEGER NOT NULL,
            boot INTEGER NOT NULL,
            utc_ms INTEGER, time_quality INTEGER NOT NULL, uptime_ms INTEGER NOT NULL,
            kind INTEGER NOT NULL, request_id INTEGER, bay INTEGER, vehicle TEXT, value INTEGER,
            phase INTEGER, previous_phase INTEGER, fault INTEGER, facts INTEGER,
            duration_ms INTEGER, limit_ms INTEGER,
            pack_code TEXT, pack_serial INTEGER, charge_permille INTEGER, health_permille INTEGER,
            warning INTEGER, level INTEGER, lost_count INTEGER,
            received_ms INTEGER NOT NULL,
            body BLOB NOT NULL,                   -- the message as it came
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS events_of_a_swap ON events(journal, request_id);
        CREATE TABLE IF NOT EXISTS alarms(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, node TEXT NOT NULL, received_ms INTEGER NOT NULL,
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS births(
            node TEXT NOT NULL, journal TEXT NOT NULL, boot INTEGER NOT NULL,
            node_kind INTEGER NOT NULL, firmware TEXT NOT NULL, board TEXT NOT NULL, settings_crc INTEGER NOT NULL,
            bays TEXT NOT NULL, first_sequence INTEGER, last_sequence INTEGER, event_through INTEGER,
            received_ms INTEGER NOT NULL,
            PRIMARY KEY(node, journal, boot)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS states(
            id INTEGER PRIMARY KEY, node TEXT NOT NULL, state TEXT NOT NULL, received_ms INTEGER NOT NULL);
        CREATE VIEW IF NOT EXISTS gaps AS
            SELECT journal, before + 1 AS first, sequence - 1 AS last FROM (
                SELECT journal, sequence, LAG(sequence, 1, 0) OVER (PARTITION BY journal ORDER BY sequence) AS before
                FROM events)
            WHERE sequence > before + 1;
        """;

    public const string InsertEvent = """
        INSERT OR IGNORE INTO events VALUES(
            $journal, $sequence, $boot, $utc_ms, $time_quality, $uptime_ms, $kind, $request_id, $bay, $vehicle, $value,
            $phase, $previous_phase, $fault, $facts, $duration_ms, $limit_ms, $pack_code, $pack_serial,
            $charge_permille, $health_permille, $warning, $level, $lost_count, $received_ms, $body)
        """;

    public const string InsertBirth = """
        INSERT OR REPLACE INTO births VALUES(
            $node, $journal, $boot, $node_kind, $firmware, $board, $settings_crc, $bays, $first_sequence,
            $last_sequence, $event_through, $received_ms)
        """;

    /// <summary>A state that is told again, as retained ones are, is no change.</summary>
    public const string InsertState = """
        INSERT INTO states(node, state, received_ms)
        SELECT $node, $state, $received_ms
        WHERE $state IS NOT (SELECT state FROM states WHERE node = $node ORDER BY id DESC LIMIT 1)
        """;
}
