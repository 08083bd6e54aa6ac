using System.Device.Spi;
using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class Mcp23s17Tests
{
    /// <summary>Lines 8 to 15 are outputs.</summary>
    private const int Outputs = 0xFF00;

    private readonly Bench _bench = new();
    private readonly SpiWire _wire;
    private readonly Mcp23s17Chip _chip = new(2);
    private readonly Mcp23s17 _driver;
    private SpiDevice? _device;

    public Mcp23s17Tests()
    {
        _wire = _bench.Spi(1, 15);
        _wire.Attach(_chip);
        _driver = Make(2, Outputs);
    }

    [Fact]
    public void A_contact_to_ground_says_so_and_a_broken_wire_does_not()
    {
        _chip.Pins[0].Outside = false;
        _chip.Pins[1].Outside = null;
        _chip.Pins[7].Outside = false;
        _chip.Pins[6].Outside = true;

        Assert.Equal(0x81, _driver.Read());
        Assert.True(_driver.IsSound);
    }

    [Fact]
    public void Outputs_begin_low_and_stand_as_they_are_told()
    {
        List<bool> seen = [];
        _chip.Pins[8].Changed += seen.Add;
        _chip.Pins[8].Outside = true;
        Assert.Equal([true], seen);
        _driver.Read();
        Assert.Equal([true, false], seen);

        _driver.Write(0x0100);
        Assert.Equal([true, false, true], seen);
        Assert.Null(_chip.Pins[0].Driven);
        _driver.Read();
        Assert.True(_driver.IsSound);
    }

    [Fact]
    public void A_latch_that_is_set_is_cleared_before_its_pin_becomes_an_output()
    {
        bool pulsed = false;
        _chip.Pins[8].Changed += level => pulsed |= level;
        _wire.Transfer([0x40, Mcp23s17Chip.Latch, 0xFF, 0xFF]);

        _driver.Read();

        Assert.True(_driver.IsSound);
        Assert.False(pulsed);
    }

    [Fact]
    public void What_a_node_before_the_restart_asked_for_is_taken_away_when_it_starts()
    {
        _driver.Read();
        _driver.Write(Outputs);
        Assert.True(_chip.Pins[15].Driven);

        Make(2, Outputs).Read();

        Assert.All(_chip.Pins.Skip(8), pin => Assert.False(pin.Driven));
    }

    [Fact]
    public void Chips_on_one_chip_select_answer_to_their_own_address()
    {
        Mcp23s17Chip[] chips = [.. new[] { 0, 4, 7 }.Select(address => new Mcp23s17Chip(address))];
        Array.ForEach(chips, _wire.Attach);
        Mcp23s17[] drivers = [_driver, .. new[] { 0, 4, 7 }.Select(address => Make(address, Outputs))];
        chips[0].Pins[0].Outside = false;
        chips[1].Pins[1].Outside = false;
        chips[2].Pins[2].Outside = false;
        Array.ForEach(drivers, driver => driver.Read());

        Assert.Equal([0, 1, 2, 4], drivers.Select(driver => driver.Read()));
        drivers[2].Write(0x0100);
        Assert.Equal([false, true, false], chips.Select(chip => chip.Pins[8].Driven == true));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_chip_that_is_not_there_has_no_input_and_is_no_sound_bank(byte idle)
    {
        _chip.Pins[0].Outside = false;
        Assert.Equal(1, _driver.Read());
        _wire.Idle = idle;
        _wire.Cut = true;

        Assert.Equal(0, _driver.Read());
        Assert.False(_driver.IsSound);
        Assert.Equal(1, _driver.Failures);
        _wire.Cut = false;
        Assert.Equal(1, _driver.Read());
        Assert.True(_driver.IsSound);
    }

    [Fact]
    public void A_chip_whose_supply_failed_is_found_in_the_same_pass_and_its_outputs_stay_low_until_asked_anew()
    {
        _chip.Pins[0].Outside = false;
        _driver.Read();
        _driver.Write(0x0100);
        _chip.PowerCycle();

        Assert.Equal(0, _driver.Read());
        _driver.Write(0x0100);
        Assert.Null(_chip.Pins[8].Driven);
        Assert.Equal(1, _driver.Read());
        Assert.False(_chip.Pins[8].Driven);
        _driver.Write(0x0100);
        Assert.True(_chip.Pins[8].Driven);
    }

    [Theory]
    [InlineData(Mcp23s17Chip.Control, 0x00)]
    [InlineData(Mcp23s17Chip.Control, 0x88)]
    [InlineData(Mcp23s17Chip.Control, 0x28)]
    [InlineData(Mcp23s17Chip.Direction, 0x00)]
    [InlineData(Mcp23s17Chip.Inversion, 0x00)]
    [InlineData(Mcp23s17Chip.PullUp, 0x00)]
    [InlineData(Mcp23s17Chip.Latch + 1, 0x10)]
    public void A_register_that_a_disturbance_has_changed_is_found_and_set_right(int register, byte value)
    {
        _chip.Pins[0].Outside = false;
        _driver.Read();
        _wire.Transfer([0x44, (byte)register, value]);

        Assert.Equal(0, _driver.Read());
        Assert.Equal(1, _driver.Read());
        Assert.True(_driver.IsSound);
        Assert.Equal(1, _driver.Failures);
    }

    [Theory]
    [InlineData(0, 0x80)]
    [InlineData(3, 0x80)]
    [InlineData(4, 0x80)]
    [InlineData(5, 0x80)]
    [InlineData(5, 0xA0)]
    public void A_chip_that_lost_address_and_register_order_drives_nothing_and_is_set_right(int address, byte control)
    {
        Mcp23s17Chip chip = new(address);
        _wire.Attach(chip);
        Mcp23s17 driver = Make(address, 0x00FF);
        driver.Read();
        driver.Write(0x0001);
        List<bool> driven = [];
        chip.Pins[3].Changed += level => driven.Add(level && chip.Pins[3].Driven == true);
        _wire.Transfer([(byte)(0x40 | (address << 1)), Mcp23s17Chip.Control, control]);

        Assert.Equal(0, driver.Read());
        for (int i = 0; i < 3; i++)
        {
            driver.Read();
        }

        Assert.True(driver.IsSound);
        Assert.DoesNotContain(true, driven);
        Assert.All(chip.Pins.Take(8), pin => Assert.False(pin.Driven));
    }

    [Theory]
    [InlineData(true, 0x0000)]
    [InlineData(false, 0x0100)]
    public void An_output_that_does_not_follow_is_a_failure(bool held, int asked)
    {
        _driver.Read();
        _driver.Write(asked);
        _chip.Pins[8].Held = held;

        Assert.Equal(0, _driver.Read());
        Assert.False(_driver.IsSound);
    }

    [Fact]
    public void A_chip_that_ignores_what_is_written_may_drive_until_its_outputs_are_seen_low()
    {
        _driver.Read();
        _driver.Write(0x0100);
        _driver.Read();
        Assert.False(_driver.MayDrive);

        _chip.IgnoresWrites = true;
        _driver.Write(0);
        Assert.Equal((0, false, true), (_driver.Read(), _driver.IsSound, _driver.MayDrive));
        Assert.True(_chip.Pins[8].Driven);

        _chip.IgnoresWrites = false;
        _driver.Read();
        Assert.Equal((true, false), (_driver.IsSound, _driver.MayDrive));
        Assert.False(_chip.Pins[8].Driven);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_chip_that_is_not_heard_any_more_may_drive_what_it_drove_and_one_that_drove_nothing_does_not(byte idle)
    {
        _driver.Read();
        _wire.Idle = idle;
        _wire.Cut = true;
        _driver.Read();
        Assert.False(_driver.MayDrive);

        _wire.Cut = false;
        _driver.Read();
        _driver.Write(0x0100);
        _wire.Cut = true;
        _driver.Read();
        Assert.True(_driver.MayDrive);
        _driver.Write(0);
        _driver.Read();
        Assert.True(_driver.MayDrive);

        // The hardware resets it; it is heard again, and found so.
        _chip.PowerCycle();
        _wire.Cut = false;
        _driver.Read();
        Assert.Equal((true, false), (_driver.IsSound, _driver.MayDrive));
    }

    [Fact]
    public void An_output_that_is_held_high_may_drive_also_for_a_driver_that_was_just_made()
    {
        _chip.Pins[8].Held = true;
        _driver.Read();

        Assert.Equal((false, true), (_driver.IsSound, _driver.MayDrive));
    }

    [Fact]
    public void A_pass_costs_one_transfer_and_one_more_when_an_output_changes()
    {
        _driver.Read();
        int before = _wire.Transfers;

        for (int i = 0; i < 5; i++)
        {
            _driver.Read();
            _driver.Write(0x0100);
        }

        Assert.Equal(before + 6, _wire.Transfers);
    }

    private Mcp23s17 Make(int address, int outputs)
    {
        using (_bench.Use())
        {
            _device ??= SpiChip.Open(1, 15);
            return new Mcp23s17(_device, address, outputs);
        }
    }
}
