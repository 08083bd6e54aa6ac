using System.Globalization;
using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.City;

/// <summary>What the reference city's store answers about swaps.</summary>
public sealed class SwapRowTests : IDisposable
{
    private readonly CityStore _store = new(":memory:");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void One_query_gives_one_row_a_swap_with_both_packs_and_what_only_the_end_knows()
    {
        Add(1, EventKind.BatteryIn, record =>
        {
            record.Bay = 3;
            record.ChargedTenthKwh = 0;
            Events.SetText(record, "OLD", "VIN");
        });
        Add(2, EventKind.BatteryOut, record =>
        {
            record.Bay = 4;
            record.Owner = 1;
            Events.SetText(record, "NEW", "VIN");
        });
        Add(3, EventKind.SwapEnded, End);
        Assert.Equal(
            "VIN|B-1|1|3|OLD|0||4|NEW||1|2|top|7|5",
            Only("SELECT vehicle, order_id, result, bay_in, pack_in, charged_in, owner_in, bay_out, pack_out, "
                + "charged_out, owner_out, held, profile, profile_version, register_version FROM swaps"));
        Assert.Equal("13|2|900|10000", Only("SELECT phase, tries, duration_ms, limit_ms FROM swap_steps"));
    }

    [Fact]
    public void A_swap_without_a_half_is_a_row_too_and_the_half_that_is_alone_is_listed()
    {
        Add(1, EventKind.BatteryIn, record => Events.SetText(record, "OLD", "VIN"));
        Add(2, EventKind.SwapOrphaned, record =>
        {
            record.Value = 1;
            record.Bay = 3;
            Events.SetText(record, "OLD", "VIN");
        });
        Add(3, EventKind.SwapEnded, End);
        Assert.Equal("OLD||", Only("SELECT pack_in, pack_out, bay_out FROM swaps"));
        Assert.Equal("7|1|3|OLD", Only("SELECT request_id, came_in, bay, pack_code FROM orphans"));
    }

    [Fact]
    public void The_same_events_again_make_no_second_row()
    {
        Add(1, EventKind.SwapEnded, End);
        Add(1, EventKind.SwapEnded, End);
        Assert.Equal("1", Only("SELECT COUNT(*) FROM swaps"));
        Assert.Equal("1", Only("SELECT COUNT(*) FROM swap_steps"));
    }

    private static void End(EventRecord record)
    {
        Events.SetText(record, "", "VIN");
        record.OrderLength = Ascii.Write("B-1", record.Order, 0);
        SwapSummary summary = record.Summary;
        summary.Result = SwapResult.Completed;
        summary.Held = 2;
        summary.ProfileLength = Ascii.Write("top", summary.Profile, 0);
        summary.ProfileVersion = 7;
        summary.RegisterVersion = 5;
        summary.StepCount = 1;
        (summary.StepPhase[0], summary.StepTries[0], summary.StepMs[0], summary.StepLimitMs[0]) = (13, 2, 900, 10_000);
    }

    private void Add(ulong sequence, EventKind kind, Action<EventRecord> fill)
    {
        EventRecord record = new()
        {
            Journal = Events.Journal, Sequence = sequence, Boot = 1, UptimeMs = 1, Kind = kind, RequestId = 7,
        };
        fill(record);
        _store.Begin();
        _store.Add("c/s/n", record, Events.Encode(record), 1000);
        _store.Commit();
    }

    private string Only(string sql)
    {
        using SqliteCommand command = _store.Connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        string row = string.Join('|', Enumerable.Range(0, reader.FieldCount)
            .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
        Assert.False(reader.Read());
        return row;
    }
}
