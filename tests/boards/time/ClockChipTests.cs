using System.Device.Spi;
using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>The clock chip's driver on a DS3234 of registers, and what a board makes of it.</summary>
public sealed class ClockChipTests
{
    private readonly Bench _bench = new();
    private readonly Ds3234Chip _chip;
    private readonly ClockChip _driver;
    private DateTime _now = new(2026, 11, 21, 17, 45, 30, DateTimeKind.Utc);

    public ClockChipTests()
    {
        _chip = new Ds3234Chip(() => _now);
        _bench.Spi(1, 22).Attach(_chip);
        using (_bench.Use())
        {
            _driver = new ClockChip(SpiChip.Open(1, 22));
        }
    }

    [Fact]
    public void A_chip_whose_oscillator_has_stood_still_knows_no_time_until_it_is_set()
    {
        _chip.LoseBattery();
        Assert.False(_driver.Read(out _));
        _driver.Write(Ms(_now));
        Assert.Equal(0, _chip.Registers[0x0F] & 0x80);
        Assert.Equal(Ms(_now), Read());
        _chip.LoseBattery();
        Assert.False(_driver.Read(out _));
    }

    [Fact]
    public void A_time_that_looks_right_is_none_when_the_oscillator_has_stood_still()
    {
        _driver.Write(Ms(_now));
        _chip.Poke(0x0F, 0x88);
        Assert.False(_driver.Read(out _));
    }

    [Theory]
    [InlineData(SpiMode.Mode0, 1_000_000)]
    [InlineData(SpiMode.Mode3, 10_000_000)]
    public void It_is_deaf_when_the_first_chip_of_its_bus_was_opened_otherwise(SpiMode mode, int clockHz)
    {
        Bench bench = new();
        bench.Spi(1, 22).Attach(_chip);
        using IDisposable use = bench.Use();
        SpiDevice.Create(new SpiConnectionSettings(1, 5) { Mode = mode, ClockFrequency = clockHz });
        ClockChip driver = new(SpiChip.Open(1, 22));
        driver.Write(Ms(_now));
        Assert.Null(_chip.Time);
        Assert.False(driver.Read(out _));
    }

    [Fact]
    public void A_bus_has_room_for_three_chip_selects_each_opened_once()
    {
        Bench bench = new();
        using IDisposable use = bench.Use();
        SpiChip.Open(1, 1);
        Assert.Throws<InvalidOperationException>(() => SpiChip.Open(1, 1));
        SpiChip.Open(1, 2);
        SpiChip.Open(1, 3);
        Assert.Throws<NotSupportedException>(() => SpiChip.Open(1, 4));
        bench.Reset();
        SpiChip.Open(1, 4);
    }

    [Fact]
    public void It_runs_on_while_the_board_is_off()
    {
        _driver.Write(Ms(_now) + 999);
        _now = _now.AddDays(100).AddHours(7).AddSeconds(1);
        Assert.Equal(Ms(_now), Read());
    }

    [Fact]
    public void Registers_are_written_in_BCD_as_the_datasheet_has_them()
    {
        _driver.Write(Ms(new DateTime(2032, 2, 29, 23, 58, 7, DateTimeKind.Utc)));
        Assert.Equal([0x07, 0x58, 0x23], _chip.Registers[..3].ToArray());
        Assert.Equal([0x29, 0x02, 0x32], _chip.Registers[4..7].ToArray());
        Assert.Equal(0x04, _chip.Registers[0x0E]);

        // The output of 32 kHz is off: nothing is connected, and it would empty the battery.
        Assert.Equal(0x00, _chip.Registers[0x0F]);
    }

    [Fact]
    public void Every_day_of_the_chips_century_reads_back_as_it_was_set()
    {
        for (DateTime day = new(2000, 1, 1, 6, 7, 8, DateTimeKind.Utc); day.Year < 2100; day = day.AddDays(1))
        {
            _driver.Write(Ms(day));
            Assert.Equal(day, _chip.Time);
            Assert.Equal(Ms(day), Read());
            Assert.Equal(1 + ((int)(day.DayOfWeek + 1) % 7), _chip.Registers[0x03]);
        }
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    public void A_year_that_the_chip_cannot_count_is_not_written(int year)
    {
        _driver.Write(Ms(_now));
        _driver.Write(Ms(new DateTime(year, year == 1999 ? 12 : 1, year == 1999 ? 31 : 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(Ms(_now), Read());
    }

    [Theory]
    [InlineData(0x00, 0x60)]
    [InlineData(0x00, 0x0A)]
    [InlineData(0x01, 0x5B)]
    [InlineData(0x02, 0x24)]
    [InlineData(0x02, 0x52)]
    [InlineData(0x04, 0x00)]
    [InlineData(0x04, 0x31)]
    [InlineData(0x05, 0x00)]
    [InlineData(0x05, 0x13)]
    [InlineData(0x06, 0xA0)]
    public void A_register_that_no_clock_can_hold_is_no_time(int address, byte value)
    {
        _driver.Write(Ms(_now));
        _chip.Poke(address, value);
        Assert.False(_driver.Read(out _));
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x00)]
    public void A_chip_that_is_not_there_is_no_time(byte idle)
    {
        _driver.Write(Ms(_now));
        _bench.Spi(1, 22).Cut = true;
        _bench.Spi(1, 22).Idle = idle;
        Assert.False(_driver.Read(out _));
    }

    [Fact]
    public void A_board_begins_with_its_chips_word_and_TLS_with_it()
    {
        _driver.Write(Ms(_now));
        BoardClock clock = new(_driver);
        clock.Open(1500);
        Assert.Equal(TimeQuality.ClockChip, clock.UtcQuality);
        clock.Pass(2500);
        Assert.Equal(Ms(_now) + 1000, clock.UtcMs);
        Assert.Equal(_now, Rtc.LastSet.Value);
    }

    [Fact]
    public void A_time_server_is_believed_before_the_chip_and_sets_it_when_it_is_off()
    {
        _driver.Write(Ms(_now) - 5000);
        BoardClock clock = new(_driver);
        clock.Open(0);
        clock.Pass(0);
        Assert.Equal(Ms(_now) - 5000, clock.UtcMs);

        clock.Follow(0, Ms(_now) - 5000, 0);
        Assert.Equal(TimeQuality.ClockChip, clock.UtcQuality);
        clock.Follow(0, Ms(_now), 0);
        Assert.Equal((Ms(_now), TimeQuality.Sntp), (clock.UtcMs, clock.UtcQuality));
        Assert.Equal(Ms(_now), Read());
        int transfers = _bench.Spi(1, 22).Transfers;
        clock.Follow(100, Ms(_now) + 1600, 100);
        Assert.Equal(transfers + 2, _bench.Spi(1, 22).Transfers);
        Assert.Equal(Ms(_now) + 1500, clock.UtcMs);
        clock.Follow(100, Ms(_now) + 1640, 100);
        Assert.Equal(transfers + 2, _bench.Spi(1, 22).Transfers);
        Assert.Equal(Ms(_now) + 1500, clock.UtcMs);
    }

    [Theory]
    [InlineData(-2001, true)]
    [InlineData(-2000, false)]
    [InlineData(2000, false)]
    [InlineData(3000, true)]
    public void A_chip_that_is_ahead_or_behind_by_more_than_two_seconds_is_set(int offMs, bool set)
    {
        BoardClock clock = new(_driver);
        clock.Open(0);
        _driver.Write(Ms(_now));
        long serverMs = Ms(_now) - offMs;
        clock.Follow(0, serverMs, 0);
        Assert.Equal(set ? serverMs / 1000 * 1000 : Ms(_now), Read());
    }

    [Fact]
    public void A_board_without_a_chip_or_with_an_empty_battery_knows_no_time_and_the_firmware_keeps_its_held_one()
    {
        _chip.LoseBattery();
        BoardClock clock = new(_driver);
        clock.Open(0);
        Assert.Equal(TimeQuality.Unknown, clock.UtcQuality);
        BoardClock none = new(null!);
        none.Open(0);
        none.Follow(100, Ms(_now.AddYears(1)), 100);
        none.Follow(100, Ms(_now), 100);
        none.Pass(600);
        Assert.Equal(Ms(_now) + 500, none.UtcMs);
        clock.Follow(0, Ms(_now.AddYears(1)), 0);
        Assert.Equal(Ms(_now.AddYears(1)), Read());
    }

    [Fact]
    public void A_reading_that_took_long_and_a_clock_that_knows_nothing_are_no_answer_of_a_time_server()
    {
        BoardClock clock = new(null!);
        clock.Open(0);
        clock.Follow(0, Ms(_now.AddYears(1)), 30);
        clock.Follow(0, 5000, 0);
        Assert.Equal(TimeQuality.Unknown, clock.UtcQuality);
    }

    [Fact]
    public void A_held_time_that_is_given_to_TLS_is_no_answer_of_a_time_server()
    {
        BoardClock clock = new(null!);
        clock.Open(0);
        clock.SetController(Ms(_now), 0);
        Assert.Equal(_now, Rtc.LastSet.Value);
        clock.Follow(1000, Ms(_now) + 1010, 1010);
        Assert.Equal(TimeQuality.Unknown, clock.UtcQuality);
    }

    [Fact]
    public void The_firmwares_civil_time_starts_from_the_chip()
    {
        _driver.Write(Ms(_now));
        BoardClock clock = new(_driver);
        clock.Open(0);
        CivilTime time = new(clock, new TornStore());
        Journal journal = new(new TornStore(), new KeyedMac(new byte[32]), new JournalSettings());
        journal.Open(new CountingRandom());
        time.Open(journal, 0);
        Assert.Equal((Ms(_now), TimeQuality.ClockChip), (time.UtcMs, time.UtcQuality));
    }

    private long Read()
    {
        Assert.True(_driver.Read(out long utcMs));
        return utcMs;
    }

    private static long Ms(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();
}
