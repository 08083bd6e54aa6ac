using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.City;

/// <summary>Events that did not know the time get it from the city, each with how sure it is.</summary>
public sealed class CityTimesTests
{
    private const long Noon = 1_790_000_000_000;
    private const long Hour = 3_600_000;

    [Fact]
    public void Events_before_the_time_was_set_are_placed_by_it()
    {
        PlacedTime[] placed = Place(
            Untimed(1, boot: 1, uptimeMs: 0), Untimed(2, 1, 40_000),
            Anchor(3, 1, 100_000, Noon, uncertaintyMs: 30_000));
        Assert.Equal(
            [new PlacedTime(1, Noon - 100_000, 30_010), new PlacedTime(2, Noon - 60_000, 30_006)], placed);
    }

    [Fact]
    public void The_better_of_two_settings_counts_unless_it_is_too_long_ago()
    {
        TimedEvent city = Anchor(2, 1, 10_000, Noon, 30_000);
        TimedEvent sntp = Anchor(3, 1, 20_000, Noon + 15_000, 1_000);
        Assert.Equal(Noon - 5_000, Assert.Single(Place(Untimed(1, 1, 0), city, sntp)).UtcMs);
        TimedEvent late = Anchor(3, 1, 100 * 24 * Hour, Noon + (100 * 24 * Hour), 1_000);
        Assert.Equal(Noon - 10_000, Assert.Single(Place(Untimed(1, 1, 0), city, late)).UtcMs);
    }

    [Fact]
    public void A_boot_that_never_got_the_time_lies_between_its_neighbours()
    {
        PlacedTime[] placed = Place(
            Anchor(1, 1, 0, Noon, 0), Anchor(2, 1, Hour, Noon + Hour, 0),
            Untimed(3, 2, 0), Untimed(4, 2, 10_000),
            Anchor(5, 3, 0, Noon + (2 * Hour), 0));
        long middle = Noon + (Hour * 3 / 2) - 5_000;
        Assert.Equal([middle, middle + 10_000], placed.Select(each => each.UtcMs));
        Assert.All(placed, each => Assert.Equal((Hour / 2) - 5_000, each.UncertaintyMs));
    }

    [Fact]
    public void Of_two_boots_without_time_in_a_row_each_leaves_room_for_the_other()
    {
        PlacedTime[] placed = Place(
            Anchor(1, 1, 0, Noon, 0),
            Untimed(2, 2, 600_000), Untimed(3, 3, 600_000),
            Anchor(4, 4, 0, Noon + Hour, 0));
        Assert.Equal([Noon + 1_800_000, Noon + 2_400_000], placed.Select(each => each.UtcMs));
        Assert.Equal(placed.OrderBy(each => each.UtcMs), placed);
    }

    [Fact]
    public void A_held_time_and_the_time_of_arrival_bound_a_boot_that_has_no_neighbours()
    {
        PlacedTime placed = Assert.Single(Place(Held(1, 1, 5_000, Noon) with { ReceivedMs = Noon + Hour }));
        Assert.Equal(new PlacedTime(1, Noon + (Hour / 2), Hour / 2), placed);
    }

    [Fact]
    public void Without_an_earlier_bound_an_event_is_placed_at_its_latest()
    {
        PlacedTime placed = Assert.Single(Place(Untimed(1, 1, 5_000) with { ReceivedMs = Noon }));
        Assert.Equal(new PlacedTime(1, Noon, null), placed);
    }

    [Fact]
    public void A_clock_that_jumped_back_places_each_event_by_the_setting_next_to_it_and_reorders_none()
    {
        PlacedTime[] placed = Place(
            Anchor(1, 1, 0, Noon, 1_000), Untimed(2, 1, 1_000), Anchor(3, 1, Hour, Noon, 1_000),
            Untimed(4, 1, Hour + 1_000));
        Assert.Equal([(2ul, Noon + 1_000), (4ul, Noon + 1_000)], placed.Select(each => (each.Sequence, each.UtcMs)));
    }

    [Fact]
    public void What_contradicts_itself_is_placed_in_the_middle_and_as_unsure_as_that()
    {
        PlacedTime placed = Assert.Single(Place(Held(1, 1, 0, Noon + Hour) with { ReceivedMs = Noon }));
        Assert.Equal((Noon + (Hour / 2), Hour / 2), (placed.UtcMs, placed.UncertaintyMs));
    }

    [Fact]
    public void The_city_stores_the_places_and_corrects_them_when_it_learns_more()
    {
        using CityStore store = new(":memory:");
        Add(store, 1, 1, 0, TimeQuality.Unknown);
        Add(store, 2, 1, 60_000, TimeQuality.Unknown);
        Assert.Equal([(1L, Noon - 60_000), (2L, Noon)], Timeline(store));
        Add(store, 3, 1, 90_000, TimeQuality.City, EventKind.TimeSet);
        Assert.Equal([(1L, Noon - 90_000), (2L, Noon - 30_000), (3L, Noon)], Timeline(store));
        Assert.Equal([0L, 0L], store.Events().Take(2).Select(each => each.Record.UtcMs));
    }

    private static PlacedTime[] Place(params TimedEvent[] events) => [.. CityTimes.Placed(events)];

    private static TimedEvent Untimed(ulong sequence, uint boot, long uptimeMs) =>
        new(sequence, boot, uptimeMs, 0, TimeQuality.Unknown, 0, Noon + (1_000 * Hour));

    private static TimedEvent Held(ulong sequence, uint boot, long uptimeMs, long utcMs) =>
        Untimed(sequence, boot, uptimeMs) with { UtcMs = utcMs, Quality = TimeQuality.Held };

    private static TimedEvent Anchor(ulong sequence, uint boot, long uptimeMs, long utcMs, long uncertaintyMs) =>
        new(sequence, boot, uptimeMs, utcMs, TimeQuality.City, uncertaintyMs, Noon + (1_000 * Hour));

    private static void Add(
        CityStore store, ulong sequence, uint boot, long uptimeMs, TimeQuality quality,
        EventKind kind = EventKind.Audit)
    {
        EventRecord record = new()
        {
            Journal = Events.Journal, Sequence = sequence, Boot = boot, UptimeMs = uptimeMs, Kind = kind,
            UtcMs = quality == TimeQuality.Unknown ? 0 : Noon, TimeQuality = quality,
            Value = kind == EventKind.TimeSet ? 30_000 : 0,
        };
        store.Begin();
        store.Add("c/s/n", record, Events.Encode(record), Noon);
        store.Commit();
    }

    private static (long Sequence, long UtcMs)[] Timeline(CityStore store)
    {
        using SqliteCommand command = store.Connection.CreateCommand();
        command.CommandText = "SELECT sequence, utc_ms FROM timeline ORDER BY sequence";
        using SqliteDataReader reader = command.ExecuteReader();
        List<(long, long)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return [.. rows];
    }
}
