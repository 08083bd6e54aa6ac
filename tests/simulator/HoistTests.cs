using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class HoistTests
{
    private readonly Seat _vehicle = new("vehicle", 0, 1.6);
    private readonly Seat _bay1 = new("bay 1", 5.9, 0.95);
    private readonly Seat _bay2 = new("bay 2", 8.3, 0.95);
    private readonly Pack _old = Make(1);
    private readonly Pack _new = Make(2);
    private readonly Hoist _hoist;

    public HoistTests()
    {
        HoistParameters parameters = HoistParameters.TopLift;
        _vehicle.Pack = _old;
        _vehicle.PackHeightM = -parameters.PressM;
        _bay2.Pack = _new;
        _hoist = new Hoist(parameters, [_vehicle], [_bay1, _bay2]);
    }

    [Fact]
    public void Stops_where_it_is_when_the_request_is_taken_away_and_goes_on_when_it_returns()
    {
        Run(HoistRequest.Grip, 0, 8_000);
        (double position, double height) = (_hoist.PositionM, _hoist.HeightM);
        Run(HoistRequest.None, 0, 20_000);
        Assert.Equal((position, height), (_hoist.PositionM, _hoist.HeightM));
        Assert.False(_hoist.Moves);
        Run(HoistRequest.Grip, 0, 60_000);
        Assert.True(_hoist.TongueLocked && _hoist.PinSeated);
    }

    [Fact]
    public void Does_not_move_with_the_safety_chain_open()
    {
        _hoist.Advance(1_000, HoistRequest.Grip, 0, powered: false, _vehicle);
        Assert.False(_hoist.Moves);
    }

    [Fact]
    public void Cannot_lift_what_the_vehicle_holds()
    {
        Run(HoistRequest.Grip, 0, 60_000);
        Run(HoistRequest.Lift, 0, 60_000, vehicleHoldsPack: true);
        Assert.False(_hoist.Raised);
        Assert.Same(_old, _vehicle.Pack);
    }

    [Fact]
    public void Carries_the_old_pack_to_its_bay_and_the_new_one_to_the_vehicle_in_about_four_minutes()
    {
        int total = Until(HoistRequest.Grip, 0, () => _hoist.TongueLocked);
        total += Until(HoistRequest.Lift, 0, () => _hoist.Raised);
        Assert.True(_hoist.Loaded);
        Assert.Null(_vehicle.Pack);
        total += Until(HoistRequest.Stow, 1, () => _bay1.Filled && _hoist.Raised);
        Assert.Same(_old, _bay1.Pack);
        Assert.False(_hoist.Loaded);
        total += Until(HoistRequest.Fetch, 2, () => _hoist.Loaded && _hoist.Raised);
        Assert.Null(_bay2.Pack);
        Connector connector = new(_vehicle);
        total += Until(HoistRequest.Place, 0, () => connector.Mated);
        Assert.Same(_new, _vehicle.Pack);
        total += Until(HoistRequest.Withdraw, 0, () => _hoist.Raised && !_hoist.TongueLocked);
        Assert.Same(_new, _vehicle.Pack);
        Assert.True(connector.Mated);
        Assert.InRange(total, 200_000, 280_000);
    }

    [Fact]
    public void Lets_go_of_nothing_that_hangs()
    {
        Until(HoistRequest.Grip, 0, () => _hoist.TongueLocked);
        Until(HoistRequest.Lift, 0, () => _hoist.Raised);
        Run(HoistRequest.Withdraw, 0, 60_000);
        Assert.True(_hoist.Loaded && _hoist.TongueLocked);
    }

    private static Pack Make(int serial) =>
        new(PackIdentity.Numbered(serial), PackParameters.TruckLfp, 0.5, 20, new Prng(1));

    private void Run(HoistRequest request, int bay, int milliseconds, bool vehicleHoldsPack = false)
    {
        _vehicle.Clamps = vehicleHoldsPack;
        for (int passed = 0; passed < milliseconds; passed += World.StepMs)
        {
            _hoist.Advance(World.StepMs, request, bay, powered: true, _vehicle);
        }
    }

    private int Until(HoistRequest request, int bay, Func<bool> done)
    {
        int passed = 0;
        while (!done())
        {
            Assert.True(passed < 120_000, $"{request} never ends");
            Run(request, bay, World.StepMs);
            passed += World.StepMs;
        }

        return passed;
    }
}
