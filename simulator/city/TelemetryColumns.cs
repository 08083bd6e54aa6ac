using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The fields of each subject, by number: the columns of its table.</summary>
internal static class TelemetryColumns
{
    private static readonly string[] Pack =
    [
        "current_tenth_a", "charger_current_tenth_a", "voltage_tenth_v", "charger_voltage_tenth_v",
        "demand_current_tenth_a", "demand_voltage_tenth_v", "bus_side_tenth_v", "max_cell_mv", "min_cell_mv",
        "charge_permille", "max_temperature_c", "min_temperature_c", "remaining_minutes", "health_permille",
        "insulation_positive_kohm", "insulation_negative_kohm", "max_level", "fault_code", "thermal_runaway_reason",
    ];

    private static readonly string[] Vehicle =
    [
        "sensors_low", "sensors_high", "lock_pin", "connector_loop", "discharge_circuit", "charge_circuit",
    ];

    /// <summary>Table and columns of each subject.</summary>
    public static IReadOnlyDictionary<TelemetrySubject, (string Table, IReadOnlyList<string> Columns)> All { get; } =
        new Dictionary<TelemetrySubject, (string, IReadOnlyList<string>)>
        {
            [TelemetrySubject.Station] = ("station_samples", Station()),
            [TelemetrySubject.Pack] = ("pack_samples", Pack),
            [TelemetrySubject.Vehicle] = ("vehicle_samples", Vehicle),
        };

    /// <summary>The tables of telemetry; times as in the others.</summary>
    public static string Create() =>
        """
        CREATE TABLE IF NOT EXISTS telemetry_blocks(
            id INTEGER PRIMARY KEY,
            journal TEXT NOT NULL,
            event INTEGER NOT NULL,               -- 1: of a black box, and number is the sequence of its event
            number INTEGER NOT NULL, previous INTEGER NOT NULL,
            subject INTEGER, bay INTEGER, pack_serial INTEGER, name TEXT, boot INTEGER,
            start_ms INTEGER, utc_ms INTEGER, time_quality INTEGER, interval_ms INTEGER, samples INTEGER,
            reissued INTEGER NOT NULL, received_ms INTEGER NOT NULL,
            body BLOB NOT NULL,                   -- the block as it came; subject NULL: it could not be read
            UNIQUE(journal, event, number));
        CREATE TABLE IF NOT EXISTS telemetry_state(
            journal TEXT PRIMARY KEY, through INTEGER NOT NULL, dropped INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS black_box_events(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, fault INTEGER NOT NULL,
            more INTEGER NOT NULL,                -- 0: the last one
            cut INTEGER NOT NULL,                 -- 1: power failed before it was whole
            PRIMARY KEY(journal, sequence)) WITHOUT ROWID;

        """
        + string.Concat(All.Values.Select(each =>
            $"CREATE TABLE IF NOT EXISTS {each.Table}(block INTEGER NOT NULL, place INTEGER NOT NULL, "
            + "uptime_ms INTEGER NOT NULL, utc_ms INTEGER, "
            + string.Concat(each.Columns.Select(column => $"{column} INTEGER, "))
            + "qualities TEXT NOT NULL, PRIMARY KEY(block, place)) WITHOUT ROWID;\n"))
        + "CREATE VIEW IF NOT EXISTS black_box AS     -- every sample within 30 s of a level-3 event\n"
        + string.Join("\nUNION ALL\n", All.Select(each => BoxOf((int)each.Key, each.Value.Table, each.Value.Columns)))
        + ";\n";

    public static string Insert(TelemetrySubject subject) =>
        $"INSERT INTO {All[subject].Table} VALUES($block, $place, $uptime_ms, $utc_ms, "
        + string.Concat(All[subject].Columns.Select(column => $"${column}, ")) + "$qualities)";

    private static string BoxOf(int subject, string table, IReadOnlyList<string> columns) =>
        $"""
        SELECT journals.node, fault.journal, fault.sequence AS fault, blocks.subject, blocks.bay, blocks.pack_serial,
            blocks.name, blocks.reissued, sample.uptime_ms - fault.uptime_ms AS after_ms, sample.utc_ms,
            json_object({string.Join(", ", columns.Select(column => $"'{column}', sample.{column}"))}) AS fields,
            sample.qualities
        FROM events AS fault JOIN journals USING(journal)
        JOIN telemetry_blocks AS blocks ON blocks.journal = fault.journal AND blocks.event = 1
            AND blocks.boot = fault.boot AND blocks.subject = {subject}
        JOIN {table} AS sample ON sample.block = blocks.id
            AND sample.uptime_ms BETWEEN fault.uptime_ms - 30000 AND fault.uptime_ms + 30000
        WHERE fault.level >= 3
        """;

    private static List<string> Station()
    {
        List<string> columns = ["phase", "fault"];
        for (int place = 0; place < BirthRecord.BayRoom; place++)
        {
            columns.Add($"place_{place}_state");
            columns.Add($"place_{place}_power_w");
        }

        return columns;
    }
}
