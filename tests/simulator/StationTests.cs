using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class StationTests : IDisposable
{
    private readonly Station _station = new(1);

    public void Dispose() => _station.Dispose();

    [Fact]
    public void An_open_safety_chain_in_mid_swap_stops_the_hoist_and_holds_the_swap()
    {
        RunUntil(Phase.Stowing);
        Run(10_000);
        Assert.True(_station.World.Lane.Hoist.Moves);
        _station.World.Lane.Panel.SafetyChainClosed = false;
        Run(500);
        double height = _station.World.Lane.Hoist.HeightM;
        double position = _station.World.Lane.Hoist.PositionM;
        Run(10_000);
        Assert.Equal((position, height), (_station.World.Lane.Hoist.PositionM, _station.World.Lane.Hoist.HeightM));
        Assert.Equal(Phase.Held, _station.Lane.Node.Lane.Phase);
        Assert.Equal(Fault.SafetyChainOpen, _station.Lane.Node.Lane.Fault);
    }

    [Fact]
    public void Fire_in_mid_swap_takes_every_motion_request_away()
    {
        RunUntil(Phase.Fetching);
        _station.World.Lane.Panel.FireDetected = true;
        Run(200);
        Assert.Equal(Drive.None, _station.World.Lane.Drives & Drive.Motion);
        Assert.Equal(Phase.Stopped, _station.Lane.Node.Lane.Phase);
    }

    [Fact]
    public void Every_node_toggles_its_heartbeat_once_a_pass()
    {
        Run(100 * Station.PassMs);
        Assert.All(_station.Nodes, node => Assert.Equal(100, node.Heartbeats));
    }

    [Fact]
    public void No_bus_of_the_station_overflows()
    {
        RunUntil(Phase.Releasing);
        Assert.InRange(_station.World.SwapBus.Carried, 1_000, long.MaxValue);
        Assert.Equal(0, _station.World.SwapBus.Overflows);
        Assert.Equal(0, _station.World.StationLink.Overflows);
        Assert.All(_station.World.Bays, bay => Assert.Equal(0, bay.Bus.Overflows));
    }

    [Fact]
    public void A_pack_that_warms_up_in_its_bay_stays_inside_its_limits()
    {
        RunUntil(Phase.Choosing);
        Assert.All(_station.World.Bays.Where(bay => bay.Seat.Pack is not null), bay =>
        {
            Pack pack = bay.Seat.Pack!;
            Assert.InRange(pack.HighestTemperatureC, 15, pack.Parameters.TemperatureLimitC);
            Assert.InRange(pack.HighestCellV, 2.5, pack.Parameters.CellLimitV);
        });
    }

    private void RunUntil(Phase phase)
    {
        while (_station.Lane.Node.Lane.Phase != phase)
        {
            Assert.True(_station.World.NowMs < 900_000, $"never {phase}");
            _station.Pass();
        }
    }

    private void Run(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += Station.PassMs)
        {
            _station.Pass();
        }
    }
}
