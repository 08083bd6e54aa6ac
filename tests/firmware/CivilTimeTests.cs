using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Where the time of records comes from, over restarts and through clocks that jump.</summary>
public sealed class CivilTimeTests
{
    private const long Noon = 1_790_000_000_000;
    private const long Hour = 3_600_000;

    private readonly TornStore _store = new();
    private readonly FixedClock _board = new() { UtcQuality = TimeQuality.Unknown };
    private CivilTime _time = null!;
    private Journal _journal = null!;
    private EventWriter _events = null!;
    private long _nowMs;
    private long _boardOffsetMs;

    public CivilTimeTests() => Restart();

    [Fact]
    public void Without_any_source_the_time_is_unknown()
    {
        Pass(5 * Hour);
        Assert.Equal(TimeQuality.Unknown, _time.UtcQuality);
        Assert.Empty(Told());
    }

    [Fact]
    public void The_citys_word_is_told_once_and_runs_on_with_the_uptime()
    {
        Pass(70_000);
        Pass(50, Noon);
        Assert.Equal((Noon, TimeQuality.City), (_time.UtcMs, _time.UtcQuality));
        Pass(5 * Hour, Noon);
        Assert.Equal(Noon + (5 * Hour), _time.UtcMs);
        EventRecord told = Assert.Single(Told());
        Assert.Equal((70_050L, Noon), (told.UptimeMs, told.UtcMs));
        Assert.Equal((TimeQuality.City, 30_000), (told.TimeQuality, told.Value));
    }

    [Fact]
    public void Of_two_acknowledgements_the_later_time_is_right_and_a_long_step_is_the_citys_mistake()
    {
        Pass(1_000, Noon);
        Pass(60_000, Noon + 55_000);
        Assert.Equal(Noon + 60_000, _time.UtcMs);
        Pass(60_000, Noon + 125_000);
        Assert.Equal(Noon + 125_000, _time.UtcMs);
        Pass(60_000, Noon + (24 * Hour));
        Assert.Equal(Noon + 185_000, _time.UtcMs);
        Pass(60_000, Noon - (24 * Hour));
        Assert.Equal(Noon + 245_000, _time.UtcMs);
    }

    [Fact]
    public void The_last_time_is_held_over_a_restart_and_never_taken_for_more_than_that()
    {
        Pass(1_000, Noon);
        Pass(1_000);
        Keep();
        Pass(2 * Hour);
        Keep();
        Restart();
        Assert.Equal((Noon + 1_000 + (2 * Hour), TimeQuality.Held), (_time.UtcMs, _time.UtcQuality));
        Pass(10_000);
        Assert.Equal(Noon + 11_000 + (2 * Hour), _time.UtcMs);
        Assert.Single(Told());

        // Held again, the source is not forgotten to be an old one.
        Restart();
        Assert.Equal(TimeQuality.Held, _time.UtcQuality);
    }

    [Fact]
    public void A_held_time_gives_way_to_the_citys_unless_that_is_long_before_it()
    {
        Pass(1_000, Noon);
        Keep();
        Restart();
        Pass(50, Noon - Hour);
        Assert.Equal(TimeQuality.Held, _time.UtcQuality);
        Pass(50, Noon - 60_000);
        Assert.Equal((Noon - 60_000, TimeQuality.City), (_time.UtcMs, _time.UtcQuality));
        Restart();
        Pass(50, Noon + (1_000 * Hour));
        Assert.Equal(Noon + (1_000 * Hour), _time.UtcMs);
    }

    [Fact]
    public void The_boards_clock_goes_before_the_city_and_is_told_when_it_comes_later()
    {
        Pass(1_000, Noon);
        Board(Noon + 5_000, TimeQuality.ClockChip);
        Assert.Equal((Noon + 5_000, TimeQuality.ClockChip), (_time.UtcMs, _time.UtcQuality));
        Board(Noon + 9_000, TimeQuality.Sntp);
        Pass(1_000, Noon);
        Assert.Equal((Noon + 10_000, TimeQuality.Sntp), (_time.UtcMs, _time.UtcQuality));
        Assert.Equal([30_000, 60_000, 1_000], Told().Select(record => record.Value));
    }

    [Fact]
    public void A_board_that_knows_the_time_at_its_start_says_so_in_the_boot_event_and_tells_nothing_more()
    {
        _board.UtcQuality = TimeQuality.Sntp;
        _boardOffsetMs = _board.UtcMs;
        Restart();
        Assert.Equal((_board.UtcMs, TimeQuality.Sntp), (_time.UtcMs, _time.UtcQuality));
        Pass(5 * Hour);
        Assert.Empty(Told());
    }

    [Fact]
    public void A_clock_chip_with_an_empty_battery_is_not_believed()
    {
        Pass(1_000, Noon);
        Keep();
        Restart();
        Board(946_684_800_000, TimeQuality.ClockChip);
        Assert.Equal((Noon, TimeQuality.Held), (_time.UtcMs - _nowMs, _time.UtcQuality));
        Board(Noon + Hour, TimeQuality.ClockChip);
        Assert.Equal((Noon + Hour, TimeQuality.ClockChip), (_time.UtcMs, _time.UtcQuality));
    }

    [Fact]
    public void A_board_that_loses_its_time_server_runs_on()
    {
        Board(Noon, TimeQuality.Sntp);
        Board(0, TimeQuality.Unknown);
        Pass(1_000);
        Assert.Equal((Noon + 1_050, TimeQuality.Sntp), (_time.UtcMs, _time.UtcQuality));
    }

    [Theory]
    [InlineData(-86_400_000)]
    [InlineData(86_400_000)]
    [InlineData(-2_050)]
    public void A_clock_that_jumps_is_told_and_one_that_jumps_all_the_time_at_most_every_ten_minutes(long jumpMs)
    {
        Board(Noon, TimeQuality.Sntp);
        Pass(600_000);
        Assert.Single(Told());
        for (int minute = 0; minute < 60; minute++)
        {
            _boardOffsetMs += minute % 2 == 0 ? jumpMs : -jumpMs;
            Pass(60_000);
        }

        EventRecord[] told = Told();
        Assert.InRange(told.Length, 2, 7);
        Assert.Equal(jumpMs, told[1].UtcMs - told[1].UptimeMs - (told[0].UtcMs - told[0].UptimeMs));
        Assert.Equal(told.Select(record => record.UptimeMs).Order(), told.Select(record => record.UptimeMs));
    }

    [Fact]
    public void The_time_is_kept_every_hour_and_when_it_is_found_and_a_refusal_is_tried_again_after_a_second()
    {
        Assert.False(_time.IsDue(_nowMs));
        Pass(Hour);
        Assert.True(_time.IsDue(_nowMs));
        _store.Answer = StoreResult.Failed;
        Keep();
        Assert.False(_time.IsDue(_nowMs + 999));
        Assert.True(_time.IsDue(_nowMs + 1_000));
        _store.Answer = StoreResult.Ok;
        Keep();
        Assert.False(_time.IsDue(_nowMs + Hour - 1));
        Pass(50, Noon);
        Assert.True(_time.IsDue(_nowMs));
    }

    [Fact]
    public void A_boot_that_stores_no_event_does_not_give_its_number_to_the_next()
    {
        Assert.Equal(1u, _journal.Boot);
        Restart();
        Restart();
        Assert.Equal((0ul, 3u), (_journal.LastStored, _journal.Boot));
    }

    [Fact]
    public void A_boot_whose_number_could_not_be_kept_is_known_by_its_events()
    {
        _store.Answer = StoreResult.Full;
        Restart();
        _store.Answer = StoreResult.Ok;
        _events.Begin(EventKind.Boot, _nowMs);
        _events.Add();
        Assert.True(_journal.Commit());
        Assert.Equal(2u, _journal.Boot);
        Restart();
        Assert.Equal(3u, _journal.Boot);
    }

    private void Restart()
    {
        BayPorts ports = new()
        {
            Clock = _board, Store = _store, Mac = new KeyedMac(new byte[32]), Uplink = new ScriptedUplink(),
            Random = new CountingRandom(),
        };
        NodeSettings settings = new() { City = "c", Station = "s", Node = "n" };
        _nowMs = 0;
        _journal = new Journal(_store, ports.Mac, settings.Journal);
        _time = new CivilTime(_board, _store);
        _events = new EventWriter(_journal, _time, new Uplink(ports, settings, _journal));
        _journal.Open(ports.Random);
        _time.Open(_journal, _nowMs);
    }

    private void Keep()
    {
        _journal.Commit();
        _time.Keep(_nowMs);
    }

    private void Board(long utcMs, TimeQuality quality)
    {
        _board.UtcQuality = quality;
        _boardOffsetMs = utcMs - _nowMs - 50;
        Pass(50);
    }

    private void Pass(long milliseconds, long cityUtcMs = 0)
    {
        _nowMs += milliseconds;
        _board.UtcMs = _boardOffsetMs + _nowMs;
        _time.Pass(_nowMs, cityUtcMs, false, _events);
    }

    private EventRecord[] Told()
    {
        _journal.Commit();
        return [.. SwapEvents.Of(_journal).Where(record => record.Kind == EventKind.TimeSet)];
    }
}
