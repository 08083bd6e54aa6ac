using SwapEdge.Simulator;
using static SwapEdge.Simulator.Mcp2515Registers;

namespace SwapEdge.Tests.Boards;

/// <summary>The chip of the simulator against the datasheet DS20001801, by section.</summary>
public sealed class Mcp2515ChipTests
{
    private const uint Id = 0x18FFF8A7;
    private const byte Normal = 0x00;
    private const byte ListenOnly = 0x60;
    private const byte Loopback = 0x40;

    private readonly SpiWire _wire = new();
    private readonly Mcp2515Chip _chip = new();

    public Mcp2515ChipTests()
    {
        _wire.Attach(_chip);
    }

    [Fact]
    public void After_a_reset_it_is_in_configuration_mode_with_its_clock_output_on()
    {
        Enter(Normal);
        Transfer(0xC0);

        Assert.Equal(0x80, Read(CanStat));
        Assert.Equal(0x87, Read(CanCtrl));
        Assert.Equal(0x80, Read(0x5E));
        Assert.Equal(0x87, Read(0x6F));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x1B)]
    [InlineData(0x20)]
    public void Filters_and_masks_are_written_and_read_in_configuration_mode_only(int register)
    {
        Write(register, 0x55);
        Enter(Normal);
        Write(register, 0xAA);

        Assert.Equal(0, Read(register));
        Enter(0x80);
        Assert.Equal(0x55, Read(register));
    }

    [Theory]
    [InlineData(Cnf1)]
    [InlineData(Cnf2)]
    [InlineData(Cnf3)]
    public void Bit_timing_is_written_in_configuration_mode_only_and_read_always(int register)
    {
        Write(register, 0x55);
        Enter(Normal);
        Write(register, 0xAA);

        Assert.Equal(0x55, Read(register));
    }

    [Fact]
    public void Bit_modify_changes_the_masked_bits_and_all_of_a_register_that_does_not_take_it()
    {
        Write(Cnf1, 0x0F);
        Transfer(0x05, Cnf1, 0x3C, 0xF0);
        Write(0x00, 0x0F);
        Transfer(0x05, 0x00, 0x3C, 0xF0);

        Assert.Equal(0x33, Read(Cnf1));
        Assert.Equal(0xF0, Read(0x00));
    }

    [Fact]
    public void Reading_goes_on_with_the_next_register()
    {
        Write(Cnf3, 1);
        Write(Cnf2, 2);
        Write(Cnf1, 3);

        Assert.Equal([1, 2, 3], Transfer(0x03, Cnf3, 0, 0, 0)[2..]);
    }

    [Fact]
    public void Without_rollover_the_first_buffer_overflows_though_the_second_is_empty()
    {
        TakeAll();
        Enter(Normal);

        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 1));
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 2));

        Assert.Equal(0x01, Read(CanIntF) & 3);
        Assert.Equal(Rx0Overflow, Read(Eflg));
        Transfer(0x05, Eflg, 0xFF, 0);
        Assert.Equal(0, Read(Eflg));
    }

    [Fact]
    public void With_rollover_the_second_frame_goes_to_the_second_buffer_and_says_whose_filter_took_it()
    {
        TakeAll();
        Transfer(0x05, Rxb0Ctrl, 0x04, 0x04);
        Enter(Normal);

        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 1));
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 2));
        Assert.Equal(0xD0, Transfer(0xB0, 0)[1]);
        Transfer(0x90, 0);

        // Message in buffer 1, extended, filter 0 rolled over.
        Assert.Equal(0x96, Transfer(0xB0, 0)[1]);
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 3));
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 4));
        Assert.Equal(Rx1Overflow, Read(Eflg));
        Assert.Equal(1, _chip.Can.Dropped);
    }

    [Fact]
    public void A_receive_buffer_is_freed_when_the_chip_select_rises()
    {
        TakeAll();
        Enter(Normal);
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 0x0A, 0x0B));

        Assert.Equal(0x01, Transfer(0xA0, 0)[1]);
        Assert.Equal(
            [0xC7, 0xEB, 0xF8, 0xA7, 0x02, 0x0A, 0x0B], Transfer(0x90, 0, 0, 0, 0, 0, 0, 0)[1..]);
        Assert.Equal(0x00, Transfer(0xA0, 0)[1]);
    }

    [Fact]
    public void Of_the_buffers_that_wait_the_highest_priority_goes_first_then_the_highest_number()
    {
        Enter(Normal);
        Load(0, 1, priority: 3);
        Load(1, 2, priority: 0);
        Load(2, 3, priority: 0);
        Transfer(0x87);

        // TXREQ of all three.
        Assert.Equal(0x54, Transfer(0xA0, 0)[1]);
        Assert.Equal([1, 3, 2], Enumerable.Range(0, 3).Select(_ => Send()));
        Assert.Equal(0xA8, Transfer(0xA0, 0)[1]);
    }

    [Fact]
    public void A_waiting_buffer_is_not_written_to_and_an_abort_takes_it_back()
    {
        Enter(Normal);
        Load(0, 1, priority: 0);
        Transfer(0x81);
        Transfer(0x41, 9);
        Assert.Equal(1, _chip.Can.Sending!.Data[0]);

        Transfer(0x05, CanCtrl, 0x10, 0x10);

        Assert.Null(_chip.Can.Sending);
        Assert.Equal(Aborted, Read(SendControl(0)) & 0x78);
    }

    [Fact]
    public void Lost_arbitration_is_tried_again_and_forgotten_when_it_is_asked_for_anew()
    {
        Enter(Normal);
        Load(0, 1, priority: 0);
        Transfer(0x81);
        _chip.Can.LoseArbitration();

        Assert.Equal(LostArbitration | SendRequest, Read(SendControl(0)) & 0x78);
        _chip.Can.Sent(true);
        Transfer(0x81);
        Assert.Equal(SendRequest, Read(SendControl(0)) & 0x78);
    }

    [Fact]
    public void Error_counters_lead_to_warning_passive_and_off_and_128_times_eleven_bits_back()
    {
        Enter(Normal);
        Load(0, 1, priority: 0);
        Transfer(0x81);
        List<(int Counter, int State)> seen = [];
        int state = 0;
        while (!_chip.Registers.IsBusOff)
        {
            _chip.Can.SendDestroyed();
            if (Read(Eflg) != state)
            {
                state = Read(Eflg);
                seen.Add((Read(Tec), state));
            }
        }

        Assert.Equal([(96, 0x05), (128, 0x15), (255, 0x35)], seen);
        Assert.Null(_chip.Can.Sending);
        _chip.Can.Idle(127);
        Assert.True(_chip.Registers.IsBusOff);
        _chip.Can.Idle(1);
        Assert.Equal(0, Read(Eflg));
        Assert.Equal(0, Read(Tec));
    }

    [Fact]
    public void Alone_on_a_bus_it_becomes_passive_and_no_more()
    {
        Enter(Normal);
        Load(0, 1, priority: 0);
        Transfer(0x81);
        for (int i = 0; i < 100; i++)
        {
            _chip.Can.Sent(acknowledged: false);
        }

        Assert.Equal(128, Read(Tec));
        Assert.False(_chip.Registers.IsBusOff);
    }

    [Fact]
    public void Who_only_listens_takes_frames_and_acknowledges_none()
    {
        TakeAll();
        Enter(ListenOnly);

        Assert.False(_chip.Can.Hear(Mcp2515Rig.Frame(Id, 1)));
        Assert.Equal(1, Read(CanIntF) & 1);
        Load(0, 1, priority: 0);
        Transfer(0x81);
        Assert.Null(_chip.Can.Sending);
    }

    [Fact]
    public void In_loopback_a_frame_comes_back()
    {
        TakeAll();
        Enter(Loopback);
        Load(2, 5, priority: 0);

        Transfer(0x84);

        Assert.Equal(0x11, Read(CanIntF) & 0x1F);
        Assert.Equal(5, Transfer(0x92, 0)[1]);
    }

    [Fact]
    public void Asleep_it_hears_nothing_until_the_bus_has_woken_it()
    {
        TakeAll();
        Write(CanIntE, WakeInterrupt);
        Enter(0x20);

        Assert.False(_chip.Can.Hear(Mcp2515Rig.Frame(Id, 1)));
        Assert.Equal(0x64, Read(CanStat));
        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 2));
        Assert.Equal(1, Read(CanIntF) & 1);
    }

    [Fact]
    public void The_interrupt_pin_is_low_while_an_enabled_interrupt_waits()
    {
        TakeAll();
        Write(CanIntE, 0x03);
        Enter(Normal);
        Assert.True(_chip.Registers.InterruptPin);

        _chip.Can.Hear(Mcp2515Rig.Frame(Id, 1));
        Assert.False(_chip.Registers.InterruptPin);
        Assert.Equal(0x0C, Read(CanStat));
        Transfer(0x90, 0);
        Assert.True(_chip.Registers.InterruptPin);
    }

    [Fact]
    public void The_filter_of_a_standard_identifier_compares_the_first_two_bytes_too()
    {
        Write(0x00, 0x24, 0x60, 0xAB, 0xCD);
        Write(Masks, 0xFF, 0xE0, 0xFF, 0xFF, 0xFF, 0xE0, 0xFF, 0xFF);
        Enter(Normal);

        _chip.Can.Hear(Mcp2515Rig.Frame(0x123, 0xAB, 0xCE));
        Assert.Equal(0, Read(CanIntF) & 3);
        _chip.Can.Hear(Mcp2515Rig.Frame(0x123, 0xAB, 0xCD));
        Assert.Equal(1, Read(CanIntF) & 3);
    }

    private byte[] Transfer(params byte[] bytes)
    {
        _wire.Transfer(bytes);
        return bytes;
    }

    private int Read(int register) => Transfer(0x03, (byte)register, 0)[2];

    private void Write(int register, params byte[] values) => Transfer([0x02, (byte)register, .. values]);

    private void Enter(byte mode) => Write(CanCtrl, mode);

    /// <summary>Masks of zero: every extended frame.</summary>
    private void TakeAll()
    {
        Write(0x01, 0x08);
        Write(0x09, 0x08);
    }

    private void Load(int buffer, byte data, byte priority)
    {
        Write(SendControl(buffer), priority);
        Transfer((byte)(0x40 | (buffer << 1)), 0xC7, 0xEB, 0xF8, 0xA7, 1, data);
    }

    private int Send()
    {
        int sent = _chip.Can.Sending!.Data[0];
        _chip.Can.Sent(true);
        return sent;
    }
}
