using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class PlatformTests
{
    private readonly Seat _car = new("car", 0, 0.9);
    private readonly Seat _bay1 = new("bay 1", 5.9, 0.95);
    private readonly Seat _bay2 = new("bay 2", 8.3, 0.95);
    private readonly Pack _old = Make(1);
    private readonly Pack _new = Make(2);
    private readonly Connector _connector;
    private readonly Platform _platform;

    public PlatformTests()
    {
        PlatformParameters parameters = PlatformParameters.BottomSwap;
        _car.Pack = _old;
        _car.PackHeightM = -parameters.PressM;
        _bay2.Pack = _new;
        _connector = new Connector(_car);
        _platform = new Platform(parameters, _car, [_bay1, _bay2]);
    }

    [Fact]
    public void Swaps_a_pack_request_by_request_in_about_two_minutes()
    {
        int total = Until(HoistRequest.Grip, 0, () => _platform.TongueLocked);
        Assert.True(_platform.Bears(_car) && _connector.Mated && !_platform.Loaded);
        total += Until(HoistRequest.Lift, 0, () => _platform.Raised);
        Assert.True(_platform.Loaded && _connector.Parted);
        Assert.Null(_car.Pack);
        total += Until(HoistRequest.Stow, 1, () => _bay1.Filled && _platform.Raised && !_platform.TongueLocked);
        Assert.Same(_old, _bay1.Pack);
        total += Until(HoistRequest.Fetch, 2, () => _platform.Loaded && _platform.Raised);
        Assert.Null(_bay2.Pack);
        total += Until(HoistRequest.Place, 0, () => _connector.Mated);
        Assert.Same(_new, _car.Pack);
        _car.Clamps = true;
        total += Until(HoistRequest.Withdraw, 0, () => _platform.Raised && !_platform.TongueLocked);
        Assert.True(_car.Pack == _new && _connector.Mated);
        Assert.InRange(total, 80_000, 150_000);
    }

    [Fact]
    public void Stops_where_it_is_when_the_request_is_taken_away_and_without_power()
    {
        Run(HoistRequest.Grip, 0, 5_000);
        (double position, double height) = (_platform.PositionM, _platform.HeightM);
        Assert.True(height > 0.1);
        Run(HoistRequest.None, 0, 5_000);
        _platform.Advance(1_000, HoistRequest.Grip, 0, powered: false, _car);
        Assert.Equal((position, height), (_platform.PositionM, _platform.HeightM));
        Assert.False(_platform.Moves);
    }

    [Fact]
    public void Cannot_pull_down_what_the_car_holds()
    {
        Until(HoistRequest.Grip, 0, () => _platform.TongueLocked);
        double height = _platform.HeightM;
        _car.Clamps = true;
        Run(HoistRequest.Lift, 0, 30_000);
        Assert.Equal(height, _platform.HeightM);
        Assert.True(_connector.Mated);
    }

    [Fact]
    public void Does_not_let_go_of_a_pack_that_no_bolt_and_no_bay_holds()
    {
        Until(HoistRequest.Grip, 0, () => _platform.TongueLocked);
        Run(HoistRequest.Withdraw, 0, 30_000);
        Assert.True(_platform.Bears(_car));
        Until(HoistRequest.Lift, 0, () => _platform.Raised);
        Run(HoistRequest.Withdraw, 0, 30_000);
        Assert.Same(_old, _platform.Held);
    }

    [Fact]
    public void Turns_bolts_only_from_below_the_pack()
    {
        Assert.False(_platform.ServesLock(_car));
        Until(HoistRequest.Grip, 0, () => _platform.TongueLocked);
        Assert.True(_platform.ServesLock(_car));
        Until(HoistRequest.Lift, 0, () => _platform.Raised);
        Assert.False(_platform.ServesLock(_car));
    }

    private static Pack Make(int serial) =>
        new(PackIdentity.Numbered(serial), PackParameters.CarLfp, 0.5, 20, new Prng(1));

    private void Run(HoistRequest request, int bay, int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += World.StepMs)
        {
            _platform.Advance(World.StepMs, request, bay, powered: true, _car);
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
