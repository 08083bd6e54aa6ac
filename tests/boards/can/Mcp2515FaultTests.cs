using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>Registers that went wrong, and frames that are none.</summary>
public sealed class Mcp2515FaultTests
{
    private const uint Id = Mcp2515Rig.LockId;

    public static TheoryData<int> ConfigurationRegisters =>
        [.. Enumerable.Range(0, 0x2C).Where(address => (address & 0x0F) < 0x0C)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_filter_without_an_identifier_of_its_own_lets_nothing_else_through(int named)
    {
        uint[] ids = [0x18FFF8A7, 0x18FF5080, 0x18FF5180, 0x18FF5280, 0x18FF5380];
        Mcp2515Rig rig = new(Mcp2515Setup.Exactly, ids[..named]);
        rig.Pump(2);
        CanFrame zero = Mcp2515Rig.Frame(0);
        zero.Extended = true;
        foreach (CanFrame frame in ids.Select(id => Mcp2515Rig.Frame(id)).Prepend(zero))
        {
            rig.Chip.Can.Hear(frame);
            rig.Pump();
        }

        Assert.Equal(ids[..named].Select(id => $"{id:X8}#"), ids[..named].Select(_ => rig.Received()));
        Assert.Equal("nothing", rig.Received());
    }

    [Theory]
    [InlineData(Id)]
    [InlineData(0x123)]
    public void A_remote_frame_is_no_frame(uint id)
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        for (int filter = 0; filter < 6 && id < 0x800; filter++)
        {
            // Without the bit for extended identifiers.
            rig.Chip.Registers[(filter * 4) + 1 + (filter < 3 ? 0 : 4)] = 0;
        }

        rig.Chip.Can.Hear(Mcp2515Rig.Frame(id, 1, 2), remote: true);
        rig.Pump();
        Assert.Equal("nothing", rig.Received());
        rig.Hear(id, 1, 2);
        rig.Pump();
        Assert.Equal($"{id:X8}#0102", rig.Received());
    }

    [Theory]
    [InlineData(0x09)]
    [InlineData(0x0F)]
    public void A_length_code_above_eight_means_eight_bytes(byte code)
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        rig.Hear(Id, 1, 2, 3, 4, 5, 6, 7, 8);
        rig.Chip.Registers[Mcp2515Registers.Rxb0Ctrl + 5] = code;
        rig.Pump();

        Assert.Equal($"{Id:X8}#0102030405060708", rig.Received());
    }

    [Fact]
    public void A_frame_that_comes_while_another_is_told_as_sent_is_not_lost()
    {
        Mcp2515Rig rig = Mcp2515Rig.Started();
        Assert.True(rig.Driver.Send(Mcp2515Rig.Frame(Id, 9)));
        rig.Pump();
        rig.Carry();

        // After the flags were read, before that of the sent frame is cleared.
        int before = rig.Wire.Transfers;
        rig.Wire.Attach(new AfterTransfer(() =>
        {
            if (rig.Wire.Transfers - before == 1)
            {
                rig.Hear(Id, 1);
            }
        }));
        rig.Pump(2);

        Assert.Equal($"{Id:X8}#01", rig.Received());
    }

    [Theory]
    [MemberData(nameof(ConfigurationRegisters))]
    public void A_register_that_was_not_written_as_it_should_be_keeps_the_chip_off_the_bus_until_it_is(int address)
    {
        Mcp2515Rig rig = new();
        rig.Chip.Registers.Disturbed = (address, 0x01);
        rig.Pump(2);
        Assert.False(rig.Driver.Health.Alive);
        Assert.Equal(1, rig.Driver.Health.Restarts);
        Assert.Equal(Mcp2515Mode.Configuration, rig.Chip.Registers.Mode);

        rig.Chip.Registers.Disturbed = (-1, 0);
        rig.Pump(110);
        Assert.True(rig.Driver.Health.Alive);
        Assert.Equal(Mcp2515Mode.Normal, rig.Chip.Registers.Mode);
    }

    [Fact]
    public void A_chip_that_never_takes_part_although_it_was_told_to_is_not_alive_for_long()
    {
        Mcp2515Rig rig = new();
        rig.Pump();
        rig.Chip.Registers.KeepsMode = true;
        rig.Pump(1);
        Assert.True(rig.Driver.Health.Alive);
        rig.Pump(25);

        Assert.False(rig.Driver.Health.Alive);
        Assert.Equal(1, rig.Driver.Health.Restarts);
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
