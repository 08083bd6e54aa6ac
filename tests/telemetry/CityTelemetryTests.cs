using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.City;

namespace SwapEdge.Tests.Telemetry;

/// <summary>What the reference city's store answers about telemetry and black boxes.</summary>
public sealed class CityTelemetryTests : IDisposable
{
    private const string Node = "linfen/s1/bays-1";

    private readonly CityStore _store = new(":memory:");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_sample_is_a_row_with_a_column_for_each_field()
    {
        Send(1, 0, Block([-1200, -1198, 5541, 5540], 0b11_01_00_01));
        Assert.Equal("-1200||5541|5540|1013|5000|",
            Only("SELECT current_tenth_a, charger_current_tenth_a, voltage_tenth_v, charger_voltage_tenth_v, "
                + "qualities, uptime_ms, utc_ms FROM pack_samples"));
        Assert.Equal("2|3|1002|1|1000|1", Only(
            "SELECT subject, bay, pack_serial, boot, interval_ms, samples FROM telemetry_blocks"));
    }

    [Fact]
    public void The_same_block_again_changes_nothing()
    {
        Assert.Equal(StoreOutcome.Stored, Send(1, 0, Block([1], 1)));
        Assert.Equal(StoreOutcome.Duplicate, Send(1, 0, Block([1], 1)));
        Assert.Equal(StoreOutcome.Conflict, Send(1, 0, Block([2], 1)));
        Assert.Equal("1", Only("SELECT COUNT(*) FROM pack_samples"));
        Assert.Equal("1", Only("SELECT current_tenth_a FROM pack_samples"));
        Assert.Equal(1ul, Through());
    }

    [Fact]
    public void It_is_acknowledged_up_to_the_first_that_may_still_come()
    {
        Send(1, 0);
        Send(7, 6);
        Assert.Equal(1ul, Through());
        Send(2, 1);
        Send(3, 2);
        Assert.Equal(3ul, Through());
        Send(6, 3);
        Assert.Equal(7ul, Through());
    }

    [Fact]
    public void A_block_that_comes_again_after_those_before_it_were_dropped_closes_the_gap()
    {
        Send(1, 0);
        Send(9, 8);
        Assert.Equal(1ul, Through());
        Assert.Equal(StoreOutcome.Duplicate, Send(9, 1));
        Assert.Equal(9ul, Through());
        Assert.Equal("4", Only("SELECT dropped FROM telemetry_state"));
    }

    [Fact]
    public void A_block_that_cannot_be_read_is_kept_as_it_came_and_acknowledged()
    {
        Assert.Equal(StoreOutcome.Stored, Send(1, 0, [2, 1, 0]));
        Assert.Equal((1ul, 1L), (Through(), _store.Telemetry.Unread));
        Assert.Equal("020100|", Only("SELECT hex(body), subject FROM telemetry_blocks"));
    }

    [Fact]
    public void More_fields_than_are_known_are_left_and_fewer_are_not_available()
    {
        Send(1, 0, Block([.. Enumerable.Range(1, 31)], 0x1555555555555555));
        Send(2, 1, Block([5], 1));
        Assert.Equal("19", Only("SELECT thermal_runaway_reason FROM pack_samples WHERE block = 1"));
        Assert.Equal("5|", Only("SELECT current_tenth_a, voltage_tenth_v FROM pack_samples WHERE block = 2"));
    }

    [Fact]
    public void Telemetry_of_another_nodes_journal_is_refused()
    {
        Send(1, 0);
        Assert.Equal(StoreOutcome.ForeignJournal,
            _store.Telemetry.Add("linfen/s1/other", new TelemetryMessage(Events.Journal, 2, 1, false, 0, []), 0));
    }

    [Fact]
    public void One_query_finds_the_black_box_of_a_fault()
    {
        Add(1, 40_000, record => record.Level = 3);
        Add(2, 40_100, Box(9_500, value: 1, reissued: true));
        Add(3, 40_150, Box(10_000, value: 2, reissued: true));
        Add(4, 70_100, Box(70_000, value: 3, reissued: false));
        Add(5, 70_150, Box(70_001, value: 4, reissued: false));
        Add(5, 70_150, Box(70_001, value: 4, reissued: false));
        Assert.Equal(
            ["-30000|2|3|1002|1|2", "30000|2|3|1002|0|3"],
            All("SELECT after_ms, subject, bay, pack_serial, reissued, json_extract(fields, '$.current_tenth_a') "
                + $"FROM black_box WHERE node = '{Node}' AND fault = 1 ORDER BY after_ms"));
    }

    [Fact]
    public void A_black_box_that_a_power_cut_ended_says_so()
    {
        Add(1, 40_000, record => record.Level = 3);
        Add(2, 100, record =>
        {
            record.Kind = EventKind.BlackBoxCut;
            record.BoxFault = 1;
        });
        Assert.Equal("2|1|0|1", Only("SELECT sequence, fault, more, cut FROM black_box_events"));
        Assert.Empty(All("SELECT * FROM black_box"));
    }

    private static byte[] Block(int[] values, ulong qualities, long startMs = 5000)
    {
        TelemetryReading reading = new();
        reading.Begin(TelemetrySubject.Pack);
        reading.Bay = 3;
        reading.Serial = 1002;
        Array.ForEach(values, value => reading.Add(value, Quality.NotAvailable));
        reading.Qualities = qualities;
        TelemetryBlock block = new(512);
        block.Begin(reading, 1, 1, startMs, 0, TimeQuality.Unknown);
        Assert.True(block.Add(reading, startMs));
        return block.Data[..block.Length];
    }

    private static Action<EventRecord> Box(long startMs, int value, bool reissued) => record =>
    {
        record.Kind = EventKind.BlackBox;
        record.BoxFault = 1;
        record.Reissued = reissued;
        record.Block = Block([value], 1, startMs);
        record.BlockLength = record.Block.Length;
    };

    private void Add(ulong sequence, long uptimeMs, Action<EventRecord> fill)
    {
        EventRecord record = new()
        {
            Journal = Events.Journal, Sequence = sequence, Boot = 1, UptimeMs = uptimeMs,
            Kind = EventKind.WarningRaised,
        };
        fill(record);
        _store.Begin();
        _store.Add(Node, record, Events.Encode(record), 0);
        _store.Commit();
    }

    private StoreOutcome Send(ulong number, ulong previous, byte[]? block = null)
    {
        _store.Begin();
        StoreOutcome outcome = _store.Telemetry.Add(
            Node, new TelemetryMessage(Events.Journal, number, previous, false, 4, block ?? Block([1], 1)), 0);
        _store.Commit();
        return outcome;
    }

    private ulong Through() => _store.Telemetry.Through(Events.Journal);

    private string Only(string sql) => Assert.Single(All(sql));

    private List<string> All(string sql)
    {
        using SqliteCommand command = _store.Connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        return rows;
    }
}
