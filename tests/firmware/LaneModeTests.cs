using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Manual, maintenance, out of service, and everybody who may call a swap off.</summary>
public sealed class LaneModeTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void In_manual_nothing_goes_on_without_a_confirmation()
    {
        _rig.Inputs.ManualSelected = true;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(40);
        Assert.Equal(Phase.Identifying, _rig.Phase);
        foreach (Phase phase in new[] { Phase.Positioning, Phase.Preparing, Phase.Accepting })
        {
            _rig.Pass(40);
            _rig.Confirm();
            Assert.Equal(phase, _rig.Phase);
        }
    }

    [Fact]
    public void In_manual_one_press_that_bounces_is_one_step()
    {
        _rig.Inputs.ManualSelected = true;
        _rig.Inputs.VehiclePresent = true;
        _rig.Inputs.KeySwitchOn = true;
        _rig.Pass(40);
        foreach (bool level in new[] { true, true, false, true, true, false, true, true })
        {
            _rig.Inputs.ConfirmPressed = level;
            _rig.Pass();
        }

        _rig.Pass(20);
        Assert.Equal(Phase.Positioning, _rig.Phase);
    }

    [Fact]
    public void A_selector_that_bounces_off_manual_does_not_let_a_step_go_on()
    {
        _rig.Inputs.ManualSelected = true;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(40);
        _rig.Inputs.ManualSelected = false;
        _rig.Pass();
        _rig.Inputs.ManualSelected = true;
        _rig.Pass(20);
        Assert.Equal(Phase.Identifying, _rig.Phase);
        _rig.Inputs.ManualSelected = false;
        _rig.RunTo(Phase.Preparing);
    }

    [Fact]
    public void A_step_that_nobody_confirms_in_its_time_is_held()
    {
        _rig.Inputs.ManualSelected = true;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(1300);
        Assert.Equal((Phase.Held, Fault.NotConfirmed), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void In_maintenance_a_drive_is_given_by_hand_while_its_interlock_holds()
    {
        EnterMaintenance();
        _rig.Inputs.Hand = Drive.Unlock;
        _rig.Pass(2);
        Assert.True(_rig.Drives.HasFlag(Drive.Unlock));
        _rig.Inputs.ReleasePermitted = false;
        _rig.Pass();
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        Assert.Equal(Phase.Maintenance, _rig.Phase);
    }

    [Fact]
    public void Unlock_by_hand_is_not_given_while_the_hoist_does_not_grip()
    {
        EnterMaintenance();
        _rig.Inputs.Hand = Drive.Unlock;
        _rig.Inputs.HoistPinSeated = false;
        _rig.Pass(20);
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void Lift_by_hand_is_not_given_while_any_lock_point_is_not_open()
    {
        EnterMaintenance();
        _rig.Inputs.Hand = Drive.Lift;
        _rig.Pass(20);
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        _rig.SetLock(open: true);
        _rig.Pass(20);
        Assert.True(_rig.Drives.HasFlag(Drive.Lift));
    }

    [Fact]
    public void Lock_by_hand_is_not_given_while_the_connector_is_not_mated()
    {
        EnterMaintenance();
        _rig.ConnectorMated = false;
        _rig.Inputs.PackOnVehicle = _rig.Inputs.PackInPlace1 = _rig.Inputs.PackInPlace2 = false;
        _rig.Pass(10);
        _rig.Inputs.Hand = Drive.Lock;
        _rig.Pass(20);
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void Two_drives_at_once_by_hand_are_none()
    {
        EnterMaintenance();
        _rig.Inputs.Hand = Drive.Grip | Drive.Unlock;
        _rig.Pass(20);
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void Nothing_is_given_by_hand_before_the_phase_is_stored()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(2);
        _rig.Inputs.AbortPressed = false;
        _rig.Store.Answer = StoreResult.Full;
        _rig.Inputs.MaintenanceSelected = true;
        _rig.Confirm();
        Assert.Equal(Phase.Maintenance, _rig.Phase);
        _rig.Inputs.Hand = Drive.Grip;
        for (int i = 0; i < 50; i++)
        {
            _rig.Pass();
            Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        }

        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(20);
        Assert.True(_rig.Drives.HasFlag(Drive.Grip));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Leaving_maintenance_holds_until_a_person_confirms(bool byKey)
    {
        EnterMaintenance();
        _rig.Inputs.Hand = Drive.Grip;
        _rig.Pass(2);
        _rig.Inputs.KeySwitchOn = !byKey;
        _rig.Inputs.MaintenanceSelected = byKey;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.MaintenanceEnded), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        _rig.Inputs.MaintenanceSelected = false;
        _rig.Inputs.Hand = Drive.None;
        _rig.Pass(200);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Confirm();
        Assert.NotEqual(Phase.Held, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
    }

    [Fact]
    public void By_hand_a_lock_that_jams_is_neither_tried_again_nor_closed_unless_a_person_confirms()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.ManualSelected = true;
        _rig.SetLock(open: false);
        _rig.LockPin = LockFrame.Neither;
        _rig.Inputs.LockClosedPoints = 0;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.UnlockTimeout, _rig.Fault);
    }

    [Fact]
    public void A_lane_out_of_service_lets_no_vehicle_in_and_says_so()
    {
        _rig.Node.TakeOutOfService(Issuer.City, 1, _rig.NowMs);
        _rig.Pass(3);
        Assert.Equal(Phase.OutOfService, _rig.Phase);
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(100);
        Assert.Equal(Phase.OutOfService, _rig.Phase);
        Assert.Equal(Drive.ShowClosed, _rig.Drives);
        Assert.True(_rig.Node.PutIntoService(Issuer.City, 2, _rig.NowMs));
        _rig.DriveTo(Phase.Preparing);
    }

    [Fact]
    public void A_swap_under_way_is_finished_before_a_lane_goes_out_of_service()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Node.TakeOutOfService(Issuer.City, 1, _rig.NowMs);
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.OutOfService);
    }

    [Fact]
    public void A_person_closes_the_lane_with_selector_and_key_and_a_restart_leaves_it_closed()
    {
        _rig.Inputs.ClosedSelected = true;
        _rig.Pass(10);
        Assert.Equal(Phase.Idle, _rig.Phase);
        _rig.Inputs.KeySwitchOn = true;
        _rig.RunTo(Phase.OutOfService);
        _rig.Pass(5);
        _rig.Restart();
        _rig.RunTo(Phase.OutOfService);
    }

    [Fact]
    public void A_closed_lane_opens_when_the_selector_is_turned_away_and_a_person_confirms()
    {
        _rig.Inputs.ClosedSelected = true;
        _rig.Inputs.KeySwitchOn = true;
        _rig.RunTo(Phase.OutOfService);
        _rig.Confirm();
        Assert.Equal(Phase.OutOfService, _rig.Phase);
        _rig.Inputs.ClosedSelected = false;
        _rig.Pass(100);
        Assert.Equal(Phase.OutOfService, _rig.Phase);
        _rig.Confirm();
        _rig.RunTo(Phase.Idle);
    }

    [Fact]
    public void A_person_at_the_lane_does_not_open_what_the_city_closed()
    {
        _rig.Node.TakeOutOfService(Issuer.City, 1, _rig.NowMs);
        _rig.Inputs.KeySwitchOn = true;
        _rig.RunTo(Phase.OutOfService);
        _rig.Confirm();
        _rig.Pass(100);
        Assert.Equal(Phase.OutOfService, _rig.Phase);
    }

    private void EnterMaintenance()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        _rig.Inputs.AbortPressed = false;
        _rig.SetLock(open: false);
        _rig.Inputs.MaintenanceSelected = true;
        _rig.Confirm();
        Assert.Equal(Phase.Maintenance, _rig.Phase);
        _rig.Pass(20);
    }
}
