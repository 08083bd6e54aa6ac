using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class Mcp2515Tests
{
    private const uint Id = Mcp2515Rig.LockId;

    [Theory]
    [InlineData(125, 8)]
    [InlineData(250, 8)]
    [InlineData(500, 8)]
    [InlineData(125, 16)]
    [InlineData(250, 16)]
    [InlineData(500, 16)]
    public void Every_row_of_the_timing_table_gives_its_bit_rate_and_sample_point(int kbit, int crystalMhz)
    {
        int row = Mcp2515Timing.Find(kbit, crystalMhz);
        int cnf1 = Mcp2515Timing.Rows[row];
        int cnf2 = Mcp2515Timing.Rows[row + 1];
        int propagation = (cnf2 & 7) + 1;
        int phase1 = ((cnf2 >> 3) & 7) + 1;
        int phase2 = (Mcp2515Timing.Rows[row + 2] & 7) + 1;
        int jump = (cnf1 >> 6) + 1;
        int quanta = 1 + propagation + phase1 + phase2;
        double quantumUs = 2.0 * ((cnf1 & 0x3F) + 1) / crystalMhz;
        double samplePoint = (1.0 + propagation + phase1) / quanta;

        Assert.Equal(1000.0 / kbit, quanta * quantumUs, 9);
        Assert.Equal(kbit == 500 && crystalMhz == 8 ? 0.75 : 0.875, samplePoint, 9);
        Assert.Equal(0x80, cnf2 & 0xC0);

        // Datasheet section 5.3: two quanta for phase 2, longer than the jump, and no more than what comes before.
        Assert.InRange(phase2, 2, propagation + phase1);
        Assert.True(phase2 > jump);
        Assert.InRange(quanta, 8, 25);
    }

    [Fact]
    public void A_rate_without_a_row_is_refused_at_start() =>
        Assert.Throws<IndexOutOfRangeException>(() => new Mcp2515Setup(1000, 8, 0, [Id]));

    [Fact]
    public void A_chip_is_reset_configured_and_joins_the_bus()
    {
        Mcp2515Rig rig = new();

        rig.Pump();
        Assert.Equal(Mcp2515Mode.Configuration, rig.Chip.Registers.Mode);
        rig.Pump();

        Assert.Equal(Mcp2515Mode.Normal, rig.Chip.Registers.Mode);
        Assert.Equal(250_000, rig.Chip.Can.BitRate);
        Assert.True(rig.Driver.Health.Alive);
    }

    [Fact]
    public void A_frame_comes_as_it_was_sent_with_its_time()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        CanFrame frame = new();

        Assert.True(rig.Hear(0x18FFF8A7, 1, 2, 3, 4, 5, 6, 7, 8));
        rig.Pump();

        Assert.True(rig.Driver.Receive(frame));
        Assert.Equal("18FFF8A7#0102030405060708", Mcp2515Rig.Text(frame));
        Assert.True(frame.Extended);
        Assert.Equal(rig.NowMs, frame.TimeMs);
        Assert.Equal("nothing", rig.Received());
    }

    [Fact]
    public void A_short_frame_has_nothing_of_the_frame_before_it()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        CanFrame frame = new();
        rig.Hear(Id, 1, 2, 3, 4, 5, 6, 7, 8);
        rig.Pump();
        rig.Hear(Id, 9);
        rig.Pump();

        rig.Driver.Receive(frame);
        rig.Driver.Receive(frame);

        Assert.Equal(1, frame.Length);
        Assert.Equal([9, 0, 0, 0, 0, 0, 0, 0], frame.Data);
    }

    [Fact]
    public void Two_frames_wait_in_the_two_buffers_and_a_third_is_lost_and_counted()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();

        rig.Hear(Id, 1);
        rig.Hear(Id, 2);
        rig.Hear(Id, 3);
        rig.Pump();

        Assert.Equal($"{Id:X8}#01", rig.Received());
        Assert.Equal($"{Id:X8}#02", rig.Received());
        Assert.Equal("nothing", rig.Received());
        Assert.Equal(1, rig.Chip.Can.Dropped);
        Assert.Equal(1, rig.Driver.Overflows);
    }

    [Fact]
    public void An_overflow_is_counted_once_and_the_next_one_again()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        for (byte i = 0; i < 10; i++)
        {
            rig.Hear(Id, i);
        }

        rig.Pump(3);
        Assert.Equal(1, rig.Driver.Overflows);
        for (byte i = 0; i < 3; i++)
        {
            rig.Hear(Id, i);
        }

        rig.Pump(3);

        Assert.Equal(2, rig.Driver.Overflows);
        Assert.Equal(0, rig.Chip.Registers[Mcp2515Registers.Eflg]);
    }

    [Fact]
    public void Frames_keep_their_order_when_they_come_between_two_visits_of_one_call()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        rig.Hear(Id, 1);

        // The second comes while the first is still in its buffer, the third when that has been emptied.
        int before = rig.Wire.Transfers;
        rig.Wire.Attach(new AfterTransfer(() =>
        {
            int transfers = rig.Wire.Transfers - before;
            if (transfers is 1 or 2)
            {
                rig.Hear(Id, (byte)(transfers + 1));
            }
        }));
        rig.Pump();

        Assert.Equal(
            [$"{Id:X8}#01", $"{Id:X8}#02", $"{Id:X8}#03"],
            new[] { rig.Received(), rig.Received(), rig.Received() });
    }

    [Fact]
    public void The_filters_let_the_named_identifiers_through_and_no_others()
    {
        uint[] ids = [0x18FFF8A7, 0x18FF5080, 0x18FF5180, 0x18FF5280, 0x18FF5380, 0x18FF5480];
        Mcp2515Rig rig = new(Mcp2515Setup.Exactly, ids);
        rig.Pump(2);

        uint[] others = [0x18FFF8A6, 0x18FF5081, 0x18FF5580, 0x08FF5080, 0x0, 0x7FF];
        foreach (uint id in ids.Concat(others))
        {
            rig.Hear(id, 0x55);
            rig.Pump();
        }

        Assert.Equal(ids.Select(id => $"{id:X8}#55"), ids.Select(_ => rig.Received()));
        Assert.Equal("nothing", rig.Received());
    }

    [Fact]
    public void A_group_is_taken_from_every_sender_and_at_every_priority()
    {
        Mcp2515Rig rig = new(Mcp2515Setup.Group, [0x18FF5000]);
        rig.Pump(2);

        rig.Hear(0x18FF5080, 1);
        rig.Hear(0x0CFF50EF, 2);
        rig.Hear(0x18FF5180, 3);
        rig.Pump();

        Assert.Equal("18FF5080#01", rig.Received());
        Assert.Equal("0CFF50EF#02", rig.Received());
        Assert.Equal("nothing", rig.Received());
    }

    [Fact]
    public void A_chip_on_another_crystal_than_the_settings_say_has_another_bit_rate()
    {
        Mcp2515Rig rig = new(driverMhz: 16, chipMhz: 8);
        rig.Pump(2);

        Assert.Equal(125_000, rig.Chip.Can.BitRate);

        // So each frame on the bus is damaged for it, and the error counter says so.
        for (int i = 0; i < 130; i++)
        {
            rig.Chip.Can.HearDamaged();
        }

        rig.Pump(11);

        Assert.Equal(130, rig.Driver.Health.ReceiveErrors);
        Assert.Equal("nothing", rig.Received());
    }

    [Fact]
    public void Two_chips_on_one_bus_answer_to_their_own_chip_select()
    {
        Bench bench = new();
        Mcp2515Chip first = new();
        Mcp2515Chip second = new();
        bench.Spi(1, 5).Attach(first);
        bench.Spi(1, 15).Attach(second);
        Mcp2515[] drivers;
        using (bench.Use())
        {
            drivers = [.. new[] { 5, 15 }.Select(
                line => new Mcp2515(SpiChip.Open(1, line), new Mcp2515Setup(250, 16, 0, [Id]), 8))];
        }

        foreach (long nowMs in new[] { 10, 20 })
        {
            Array.ForEach(drivers, driver => driver.Pump(nowMs));
        }

        second.Can.Hear(Mcp2515Rig.Frame(Id, 7));
        Array.ForEach(drivers, driver => driver.Pump(30));
        CanFrame frame = new();

        Assert.False(drivers[0].Receive(frame));
        Assert.True(drivers[1].Receive(frame));
    }

    /// <summary>Acts after each transfer; says nothing itself.</summary>
    private sealed class AfterTransfer(Action act) : ISpiChip
    {
        public void SelectFalls()
        {
        }

        public byte? Exchange(byte received) => null;

        public void SelectRises() => act();
    }
}
