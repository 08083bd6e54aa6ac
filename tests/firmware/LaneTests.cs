using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class LaneTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_prepared_truck_is_swapped_through_every_phase_in_order()
    {
        List<Phase> phases = [];
        _rig.Inputs.VehiclePresent = true;
        foreach (Phase phase in Enum.GetValues<Phase>().Where(phase => phase is > Phase.Idle and <= Phase.Releasing))
        {
            _rig.DriveTo(phase);
            phases.Add(_rig.Phase);
        }

        _rig.Pass(2);
        Assert.Equal(Drive.ReleaseVehicle, _rig.Drives);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        EventRecord ended = Newest(EventKind.SwapEnded);
        Assert.Equal((1, (int)Fault.None), (ended.Value, ended.Fault));
        EventRecord battery = Newest(EventKind.BatteryIn);
        Assert.Equal(LaneRig.OldCode, Ascii.Read(battery.PackCode, 0, battery.PackCodeLength));
        battery = Newest(EventKind.BatteryOut);
        Assert.Equal(LaneRig.NewCode, Ascii.Read(battery.PackCode, 0, battery.PackCodeLength));
        Assert.Equal(ended.RequestId, battery.RequestId);
    }

    [Fact]
    public void Why_these_two_bays_is_in_the_record()
    {
        _rig.DriveTo(Phase.Gripping);
        EventRecord step = Newest(EventKind.SwapStep);
        Assert.Equal((int)Phase.Choosing, step.PreviousPhase);
        Assert.Equal((ulong)ChoiceReason.OnlyOne | 1UL << (4 * (int)PassedOver.NotEmpty), step.StoreChoice);
        Assert.Equal((ulong)ChoiceReason.OnlyOne | 1UL << (4 * (int)PassedOver.NoPack), step.TakeChoice);
    }

    [Fact]
    public void A_level_that_is_seen_in_one_pass_only_is_no_evidence()
    {
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass();
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(5);
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Fact]
    public void A_changed_sensor_changes_the_request_within_two_passes()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Pass(2);
        Assert.True(_rig.Drives.HasFlag(Drive.Grip));
        _rig.Inputs.SafetyChainClosed = false;
        _rig.Pass();
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        Assert.Equal((Phase.Held, Fault.SafetyChainOpen), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_frozen_life_counter_makes_the_last_lock_value_invalid()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.LifeRuns = false;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.LockSignalLost, _rig.Fault);
    }

    [Fact]
    public void A_silent_swap_controller_is_a_fact_like_any_other()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.BusTalks = false;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.LockSignalLost, _rig.Fault);
    }

    [Fact]
    public void Pin_and_frame_that_disagree_are_neither_open_nor_closed_and_then_a_contradiction()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.LockPin = LockFrame.Unlocked;
        _rig.Pass(18);
        Assert.Equal(Phase.Unlocking, _rig.Phase);
        _rig.Pass(6);
        Assert.Equal((Phase.Held, Fault.LockContradicts), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void Both_ends_of_the_lock_at_once_are_a_contradiction_at_once()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.LockOpenPoints = 1;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.LockContradicts), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void Lock_that_does_not_open_in_any_of_its_tries_is_a_fault()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.JamLock();
        _rig.Inputs.PackInPlace1 = _rig.Inputs.PackInPlace2 = false;
        long startMs = _rig.NowMs;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.UnlockTimeout, _rig.Fault);
        Assert.InRange(_rig.NowMs - startMs, 29_900, 30_200);
    }

    [Fact]
    public void Lock_that_does_not_open_is_tried_again_and_then_closed_again_with_the_vehicle_whole()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.JamLock();
        _rig.Pass(210);
        Assert.Equal((Phase.Unlocking, Fault.UnlockTimeout), (_rig.Phase, _rig.Fault));
        Assert.True(_rig.Drives.HasFlag(Drive.Unlock));
        _rig.RunTo(Phase.Locking);
        _rig.SetLock(open: false);
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        EventRecord ended = Newest(EventKind.SwapEnded);
        Assert.Equal((0, (int)Fault.UnlockTimeout), (ended.Value, ended.Fault));
    }

    [Fact]
    public void A_vehicle_whose_identity_is_not_heard_is_not_served()
    {
        _rig.BusTalks = false;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(1300);
        Assert.Equal((Phase.Held, Fault.IdentityUnknown), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_vehicle_that_is_not_listed_is_not_served()
    {
        LaneRig rig = new(listed: "LFWSRXSJ0P1F99999");
        rig.Inputs.VehiclePresent = true;
        rig.Pass(1300);
        Assert.Equal((Phase.Held, Fault.VehicleNotAuthorised), (rig.Phase, rig.Fault));
    }

    [Fact]
    public void Fire_stops_for_good_until_it_is_gone_and_a_person_confirms()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass();
        Assert.Equal((Phase.Stopped, Fault.FireDetected), (_rig.Phase, _rig.Fault));
        _rig.Inputs.KeySwitchOn = true;
        _rig.Pass(10);
        _rig.Inputs.ConfirmPressed = true;
        _rig.Pass(2);
        Assert.Equal(Phase.Stopped, _rig.Phase);
        _rig.Inputs.ConfirmPressed = false;
        _rig.Inputs.FireLoopClosed = true;
        _rig.Pass(2);
        _rig.Inputs.ConfirmPressed = true;
        _rig.Pass(2);
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void A_pack_other_than_the_planned_one_never_leaves_on_the_vehicle()
    {
        _rig.DriveTo(Phase.Locking);
        _rig.PackCode = "0RJPEA00HAU0AAF130001777";
        _rig.SetLock(open: false);
        _rig.RunTo(Phase.Verifying);
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.WrongPack, _rig.Fault);
        Assert.False(_rig.Drives.HasFlag(Drive.ReleaseVehicle));
    }

    [Fact]
    public void A_reserved_bay_that_falls_silent_holds_the_swap()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.BaysTalk = false;
        _rig.Pass(16);
        Assert.Equal((Phase.Held, Fault.BaySilent), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void Without_a_store_nothing_moves()
    {
        _rig.DriveTo(Phase.Choosing);
        _rig.Store.Answer = StoreResult.Full;
        for (int i = 0; i < 2400; i++)
        {
            _rig.Pass();
            Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        }
    }

    [Fact]
    public void Nothing_is_stored_while_something_moves()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Pass(2);
        Assert.True(_rig.Drives.HasFlag(Drive.Grip));
        _rig.Node.PutIntoService(Issuer.City, 1, _rig.NowMs);
        int used = _rig.Store.Used;
        _rig.Pass(50);
        Assert.True(_rig.Drives.HasFlag(Drive.Grip));
        Assert.Equal(used, _rig.Store.Used);
    }

    [Theory]
    [InlineData(Phase.Unlocking)]
    [InlineData(Phase.Lifting)]
    [InlineData(Phase.Fetching)]
    [InlineData(Phase.Locking)]
    public void After_a_power_loss_in_mid_swap_the_lane_holds_until_a_person_confirms(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.Inputs.KeySwitchOn = true;
        _rig.Inputs.ConfirmPressed = true;
        _rig.Restart();
        _rig.Pass(100);
        Assert.Equal((Phase.Held, Fault.PowerLost), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void A_confirmation_is_an_edge_after_start_with_the_key_on()
    {
        _rig.DriveTo(Phase.Locking);
        _rig.Pass(2);
        _rig.Restart();
        _rig.Pass(40);
        _rig.Inputs.ConfirmPressed = true;
        _rig.Pass(2);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Inputs.ConfirmPressed = false;
        _rig.Inputs.KeySwitchOn = true;
        _rig.Pass(2);
        _rig.Inputs.ConfirmPressed = true;
        _rig.Pass(2);
        Assert.Equal(Phase.Locking, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
    }

    [Fact]
    public void A_pass_at_full_bus_load_without_an_event_allocates_nothing()
    {
        _rig.DriveTo(Phase.Positioning);
        _rig.Inputs.VehicleInPosition = false;
        _rig.Pass(40);
        Assert.Equal(0, _rig.AllocatedByPasses(200));
        Assert.Equal(Phase.Positioning, _rig.Phase);
    }

    private EventRecord Newest(EventKind kind)
    {
        _rig.Pass(2);
        EventRecord record = new();
        _rig.Node.Journal.FindLast(kind, record);
        Assert.Equal(kind, record.Kind);
        return record;
    }
}
