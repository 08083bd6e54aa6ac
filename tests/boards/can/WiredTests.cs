using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>Drivers on their chips on one wire of the simulator.</summary>
public sealed class WiredTests
{
    private readonly Wire _wire = new("link");
    private readonly Bench _lane = new();
    private readonly Bench _bays = new();
    private readonly SlcanAdapter _adapter;
    private readonly SlcanEnd _laneEnd;
    private readonly SlcanBus _laneBus;
    private readonly CanFrame _frame = new();
    private long _nowMs;

    public WiredTests()
    {
        _adapter = new SlcanAdapter(_lane.Serial("COM3")) { BaudRate = 460_800 };
        _laneEnd = new SlcanEnd(_wire.Connect("lane"), _adapter);
        using (_lane.Use())
        {
            _laneBus = new SlcanBus("COM3", 460_800, 1024, Slcan.Rate250Kbit, false, 64);
        }
    }

    [Fact]
    public void A_lane_behind_an_adapter_and_bays_behind_a_chip_hear_each_other()
    {
        (Mcp2515 driver, Mcp2515End end) = Bays(16);
        Pass(driver, end, 10);
        _laneBus.Send(Mcp2515Rig.Frame((6u << 26) | (LanePhaseFrame.Pgn << 8) | 0x80, 1, 2));
        driver.Send(Mcp2515Rig.Frame((6u << 26) | (BayStatusFrame.Pgn << 8) | 0x91, 3));
        Pass(driver, end, 3);

        Assert.True(driver.Receive(_frame));
        Assert.Equal("18FF5380#0102", Mcp2515Rig.Text(_frame));
        Assert.True(_laneBus.Receive(_frame));
        Assert.Equal("18FF5091#03", Mcp2515Rig.Text(_frame));
        Assert.Equal(0, driver.TransmitErrors);
    }

    [Fact]
    public void Bays_on_the_wrong_crystal_hear_nothing_and_their_error_counters_say_why()
    {
        (Mcp2515 driver, Mcp2515End end) = Bays(8);
        Pass(driver, end, 10);
        for (int i = 0; i < 150; i++)
        {
            _laneBus.Send(Mcp2515Rig.Frame((6u << 26) | (LanePhaseFrame.Pgn << 8) | 0x80, 1, 2));
            Pass(driver, end, 1);
        }

        Assert.False(driver.Receive(_frame));
        Assert.InRange(driver.ReceiveErrors, 128, 255);
        driver.Send(Mcp2515Rig.Frame(0x18FF5091, 3));
        Pass(driver, end, 5);
        Assert.Equal(1, driver.BusOffs);
        Assert.False(_laneBus.Receive(_frame));
    }

    private (Mcp2515 Driver, Mcp2515End End) Bays(int chipMhz)
    {
        Mcp2515Chip chip = new(chipMhz);
        _bays.Spi(1, 5).Attach(chip);
        using (_bays.Use())
        {
            Mcp2515Setup setup = new(250, 16, Mcp2515Setup.Group, LinkGroups.OfBays);
            return (new Mcp2515(SpiChip.Open(1, 5), setup, 64), new Mcp2515End(_wire.Connect("bays"), chip));
        }
    }

    private void Pass(Mcp2515 driver, Mcp2515End end, int times)
    {
        for (int i = 0; i < times; i++)
        {
            _nowMs += 10;
            _wire.Advance(_nowMs);
            _laneEnd.Advance(_nowMs);
            end.Advance();
            _laneBus.Pump(_nowMs);
            driver.Pump(_nowMs);
        }
    }
}
