using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>Which chip an expander's driver reaches, and how it stands then.</summary>
public sealed class Mcp23s17AddressTests
{
    private readonly Bench _bench = new();

    public static TheoryData<int> Addresses => [.. Enumerable.Range(0, 8)];

    /// <summary>
    /// After power-up no chip knows its address: it answers as 0, or as 4 when its A2 is high (silicon errata).
    /// </summary>
    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_chip_that_is_alone_on_its_select_is_reached_at_any_address(int address)
    {
        (Mcp23s17 driver, Mcp23s17Chip chip) = Make(address);
        driver.Read();
        driver.Read();
        Assert.True(driver.IsSound);
        Assert.Equal(0x08, chip[Mcp23s17Chip.Control]);
        driver.Write(0x0100);
        Assert.True(chip.Pins[8].Driven);
    }

    [Theory]
    [InlineData(0x48)]
    [InlineData(0x0A)]
    [InlineData(0x0C)]
    [InlineData(0x18)]
    public void A_disturbed_control_register_is_noticed_although_all_else_stands(byte control)
    {
        (Mcp23s17 driver, Mcp23s17Chip chip) = Make(2);
        driver.Read();
        driver.Read();
        Assert.True(driver.IsSound);
        _bench.Spi(1, 15).Transfer([0x44, Mcp23s17Chip.Control, control]);
        Assert.Equal(control, chip[Mcp23s17Chip.Control]);

        Assert.Equal(0, driver.Read());
        Assert.False(driver.IsSound);
        driver.Read();
        driver.Read();
        Assert.True(driver.IsSound);
        Assert.Equal(0x08, chip[Mcp23s17Chip.Control]);
    }

    [Fact]
    public void Its_outputs_are_no_inputs()
    {
        (Mcp23s17 driver, Mcp23s17Chip chip) = Make(2);
        driver.Read();
        driver.Write(0xFF00);
        chip.Pins[0].Outside = false;

        Assert.Equal(0x0001, driver.Read());
        Assert.True(driver.IsSound);
    }

    private (Mcp23s17 Driver, Mcp23s17Chip Chip) Make(int address)
    {
        Mcp23s17Chip chip = new(address);
        _bench.Spi(1, 15).Attach(chip);
        using (_bench.Use())
        {
            return (new Mcp23s17(SpiChip.Open(1, 15), address, 0xFF00), chip);
        }
    }
}
