using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A release does not last for ever: a person is called to whoever, or whatever sensor, stays.</summary>
public sealed class LaneReleaseTests
{
    /// <summary>A second, the pass after it, and those of the debouncing.</summary>
    private const int Away = 25;

    private readonly LaneRig _rig = new();

    [Fact]
    public void Presence_that_stays_on_after_a_swap_calls_a_person_in_ten_minutes_and_once_repaired_the_lane_is_idle()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.BusTalks = false;
        _rig.Inputs.PackOnVehicle = _rig.Inputs.PackInPlace1 = _rig.Inputs.PackInPlace2 = false;
        _rig.Inputs.VehicleInPosition = _rig.ConnectorMated = false;
        long releasedMs = _rig.NowMs;
        while (_rig.Phase == Phase.Releasing && _rig.NowMs - releasedMs < 700_000)
        {
            _rig.Pass();
        }

        Assert.Equal((Phase.Held, Fault.VehicleNotLeft), (_rig.Phase, _rig.Fault));
        Assert.InRange(_rig.NowMs - releasedMs, 599_000, 600_000);
        Assert.Equal(Drive.HoldVehicle | Drive.CallPerson, _rig.Drives);
        _rig.Confirm();
        _rig.Pass(Away);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        _rig.Confirm();
        Assert.Equal((Phase.Idle, Fault.None), (_rig.Phase, _rig.Fault));
        Assert.Equal(SwapResult.Completed, Assert.Single(Events(EventKind.SwapEnded)).Summary.Result);
    }

    [Fact]
    public void A_vehicle_that_stands_ten_minutes_after_its_swap_is_verified_and_let_go_again_by_a_person()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(12_010);
        Assert.Equal((Phase.Held, Fault.VehicleNotLeft), (_rig.Phase, _rig.Fault));
        _rig.Confirm();
        Assert.Equal(Phase.Verifying, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        Assert.Equal(SwapResult.Completed, Assert.Single(Events(EventKind.SwapEnded)).Summary.Result);
        Assert.Single(Events(EventKind.BatteryOut));
    }

    [Fact]
    public void Fire_ten_minutes_after_the_release_still_lets_the_vehicle_leave()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass(12_100);
        Assert.Equal(Drive.ReleaseVehicle | Drive.CallPerson | Drive.SoundAlarm, _rig.Drives);
        _rig.Inputs.FireLoopClosed = true;
        _rig.Pass(3);
        Assert.Equal((Phase.Held, Fault.VehicleNotLeft), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_restart_finds_a_release_behind_whatever_was_recorded_meanwhile()
    {
        _rig.DriveTo(Phase.Releasing);
        for (int i = 0; i < 100; i++)
        {
            Assert.True(_rig.Node.Journal.Add(new EventRecord { Kind = EventKind.TimeSet }));
            _rig.Pass();
        }

        _rig.Restart();
        _rig.Pass(2);
        Assert.Equal((Phase.Held, Fault.PowerLost), (_rig.Phase, _rig.Fault));
    }

    private EventRecord[] Events(EventKind kind) =>
        [.. SwapEvents.Of(_rig.Node.Journal).Where(record => record.Kind == kind)];
}
