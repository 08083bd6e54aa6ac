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
        CREATE TABLE IF NOT EXISTS swap_ends(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, request_id INTEGER NOT NULL, order_id TEXT,
            result INTEGER NOT NULL, store_bay INTEGER, take_bay INTEGER, packs INTEGER, retries INTEGER NOT NULL,
            held INTEGER NOT NULL, confirmed INTEGER NOT NULL, confirmed_by INTEGER, restarts INTEGER NOT NULL,
            profile TEXT, profile_version INTEGER, settings_crc INTEGER, register_version INTEGER,
            mileage_tenth_km INTEGER,
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS swap_steps(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL, phase INTEGER NOT NULL,
            tries INTEGER NOT NULL, duration_ms INTEGER NOT NULL, limit_ms INTEGER,
            PRIMARY KEY(journal, sequence, place)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS pack_energies(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, owner INTEGER, charged_tenth_kwh INTEGER,
            discharged_tenth_kwh INTEGER, swap_charged_tenth_kwh INTEGER, meter_wh INTEGER,
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;
        CREATE VIEW IF NOT EXISTS swaps AS            -- one row a swap; of several packs, the last
            SELECT node, ends.journal, ends.request_id, order_id, events.vehicle, result, events.fault,
                events.duration_ms, events.limit_ms, packs, retries, held, confirmed, confirmed_by, restarts,
                profile, profile_version, settings_crc, register_version, mileage_tenth_km, events.utc_ms,
                events.time_quality,
                into_bay.bay AS bay_in, into_bay.pack_code AS pack_in, into_bay.pack_serial AS serial_in,
                into_bay.charge_permille AS charge_in, into_bay.health_permille AS health_in,
                energy_in.owner AS owner_in, energy_in.charged_tenth_kwh AS charged_in,
                energy_in.discharged_tenth_kwh AS discharged_in, energy_in.swap_charged_tenth_kwh AS swap_charged_in,
                energy_in.meter_wh AS meter_in,
                out_of.bay AS bay_out, out_of.pack_code AS pack_out, out_of.pack_serial AS serial_out,
                out_of.charge_permille AS charge_out, out_of.health_permille AS health_out,
                energy_out.owner AS owner_out, energy_out.charged_tenth_kwh AS charged_out,
                energy_out.discharged_tenth_kwh AS discharged_out,
                energy_out.swap_charged_tenth_kwh AS swap_charged_out, energy_out.meter_wh AS meter_out
            FROM swap_ends AS ends JOIN events USING(journal, sequence) JOIN journals USING(journal)
            LEFT JOIN events AS into_bay ON into_bay.journal = ends.journal AND into_bay.sequence = (
                SELECT MAX(sequence) FROM events AS half WHERE half.journal = ends.journal
                AND half.request_id = ends.request_id AND half.kind = 4)
            LEFT JOIN pack_energies AS energy_in
                ON energy_in.journal = ends.journal AND energy_in.sequence = into_bay.sequence
            LEFT JOIN events AS out_of ON out_of.journal = ends.journal AND out_of.sequence = (
                SELECT MAX(sequence) FROM events AS half WHERE half.journal = ends.journal
                AND half.request_id = ends.request_id AND half.kind = 5)
            LEFT JOIN pack_energies AS energy_out
                ON energy_out.journal = ends.journal AND energy_out.sequence = out_of.sequence;
        CREATE VIEW IF NOT EXISTS orphans AS          -- a pack changed hands, and the other one of the swap did not
            SELECT node, journal, sequence, request_id, vehicle, value = 1 AS came_in, bay, pack_code, pack_serial,
                utc_ms, time_quality, boot, uptime_ms
            FROM events JOIN journals USING(journal) WHERE kind = 15;
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
        CREATE TABLE IF NOT EXISTS commands(
            node TEXT NOT NULL, id INTEGER NOT NULL, counter INTEGER NOT NULL,
            operation INTEGER NOT NULL,           -- number of its field in CommandBody
            sent_ms INTEGER NOT NULL,
            message BLOB NOT NULL,                -- as it is sent, and sent again after a birth
            state INTEGER, reason INTEGER, told_ms INTEGER,
            result BLOB,                          -- the message as it came
            PRIMARY KEY(node, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS key_changes(       -- no row: the key that the node was given is in force
            node TEXT PRIMARY KEY,
            nonce BLOB,                           -- of the key in force; NULL: the one that the node was given
            offered BLOB) WITHOUT ROWID;          -- of one that the node may have, too, until its birth says so
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

    public const string InsertEnd = """
        INSERT OR IGNORE INTO swap_ends VALUES(
            $journal, $sequence, $request_id, $order_id, $result, $store_bay, $take_bay, $packs, $retries, $held,
            $confirmed, $confirmed_by, $restarts, $profile, $profile_version, $settings_crc, $register_version,
            $mileage_tenth_km)
        """;

    public const string InsertStep = """
        INSERT OR IGNORE INTO swap_steps VALUES($journal, $sequence, $place, $phase, $tries, $duration_ms, $limit_ms)
        """;

    public const string InsertEnergies = """
        INSERT OR IGNORE INTO pack_energies VALUES(
            $journal, $sequence, $owner, $charged, $discharged, $swap_charged, $meter)
        """;

    public const string InsertBirth = """
        INSERT OR REPLACE INTO births VALUES(
            $node, $journal, $boot, $node_kind, $firmware, $board, $settings_crc, $bays, $first_sequence,
            $last_sequence, $event_through, $received_ms)
        """;

    public const string InsertCommand = """
        INSERT INTO commands(node, id, counter, operation, sent_ms, message)
        VALUES($node, $counter, $counter, $operation, $sent_ms, $message)
        """;

    /// <summary>
    /// An end stays an end, whatever comes late: what was obeyed may be told as refused when somebody sends it again.
    /// See <see cref="CityResult.IsNotYet"/> for 6 and 12.
    /// </summary>
    public const string UpdateCommand = """
        UPDATE commands SET state = $state, reason = $reason, told_ms = $told_ms, result = $result
        WHERE node = $node AND id = $id AND counter = $counter
            AND (state IS NULL OR state < 3 OR reason IN (6, 12))
        """;

    /// <summary>A state that is told again, as retained ones are, is no change.</summary>
    public const string InsertState = """
        INSERT INTO states(node, state, received_ms)
        SELECT $node, $state, $received_ms
        WHERE $state IS NOT (SELECT state FROM states WHERE node = $node ORDER BY id DESC LIMIT 1)
        """;
}
