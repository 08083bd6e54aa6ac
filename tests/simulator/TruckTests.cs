using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class TruckTests
{
    private readonly World _world = new(WorldPlan.Demonstration(new Prng(3)), new Prng(3));
    private readonly WireEnd _ear;
    private readonly SwapPackBus _bus = new();
    private readonly CanFrame _frame = new();

    public TruckTests()
    {
        _ear = _world.SwapBus.Connect("listener", 256);
    }

    [Fact]
    public void Its_buses_are_silent_until_it_is_there_and_whole_when_it_stands()
    {
        Run(80_000);
        Assert.Equal(0, _world.SwapBus.Carried);
        Run(40_000);
        Assert.True(_bus.Vin.IsComplete);
        Assert.True(_bus.PackCode.IsComplete);
        Assert.True(_bus.LockValid(_world.NowMs));
        Assert.Equal((uint)LockFrame.Locked, LockFrame.LockPin.Raw(_bus.Slot(SwapPackMessage.Lock).Data));
        Assert.Equal(0u, _bus.Count(DecodeResult.Checksum) + _bus.Count(DecodeResult.FrozenCounter)
            + _bus.Count(DecodeResult.Malformed) + _bus.Count(DecodeResult.UnknownId));
    }

    [Fact]
    public void Its_high_voltage_goes_off_after_the_key_and_the_bus_side_discharges()
    {
        Run(97_000);
        Assert.InRange(_world.Lane.Truck.BusVoltageV, 500, 600);
        while (_world.Lane.Truck.KeyOn)
        {
            Run(50);
        }

        // 560 to 600 V, of which 1.6 parts are lost a second: e^-1.6 is 0.20.
        Run(1_000);
        Assert.InRange(_world.Lane.Truck.BusVoltageV, 95, 125);
        Run(1_000);
        Assert.InRange(_world.Lane.Truck.BusVoltageV, 15, 30);
        Run(20_000);
        Assert.InRange(_world.Lane.Truck.BusVoltageV, 0, 60);
        Assert.False(_world.Lane.Truck.Seat.Pack!.RelaysClosed);
    }

    [Fact]
    public void Its_lock_travels_about_three_seconds_and_is_neither_in_between()
    {
        SwapLock swapLock = new();
        Assert.True(swapLock.Closed);
        swapLock.Advance(1_500, unlock: true, close: false, releasePermitted: true);
        Assert.False(swapLock.Open || swapLock.Closed);
        swapLock.Advance(1_500, unlock: true, close: false, releasePermitted: true);
        Assert.True(swapLock.Open);
        swapLock.Advance(LockParameters.Bolt.TravelMs, unlock: false, close: true, releasePermitted: false);
        Assert.True(swapLock.Closed);
    }

    [Fact]
    public void Its_lock_does_not_open_without_the_release_of_the_safety_chain()
    {
        SwapLock swapLock = new();
        swapLock.Advance(10_000, unlock: true, close: false, releasePermitted: false);
        Assert.True(swapLock.Closed);
    }

    private void Run(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += World.StepMs)
        {
            _world.Step();
            while (_ear.Receive(_frame))
            {
                _bus.Accept(_frame);
            }
        }
    }
}
