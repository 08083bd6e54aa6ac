using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Sensors that bounce, contradict each other, go too fast, stick or wear.</summary>
public sealed class LaneSensorTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_level_counts_after_the_time_of_the_profile_and_its_loss_at_once()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.DebounceMs = 200;
        LaneRig rig = new(profile: profile);
        rig.Inputs.VehiclePresent = true;
        rig.Pass(4);
        Assert.Equal(Phase.Idle, rig.Phase);
        rig.Inputs.VehiclePresent = false;
        rig.Pass();
        rig.Inputs.VehiclePresent = true;
        rig.Pass(4);
        Assert.Equal(Phase.Idle, rig.Phase);
        rig.Pass();
        Assert.Equal(Phase.Identifying, rig.Phase);
    }

    [Fact]
    public void In_place_sensors_that_disagree_for_longer_than_a_landing_takes_hold_the_swap()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Inputs.PackInPlace2 = false;
        _rig.Pass(100);
        Assert.Equal(Phase.Gripping, _rig.Phase);
        _rig.Pass(5);
        Assert.Equal((Phase.Held, Fault.SensorsContradict), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_connector_that_is_mated_with_no_pack_is_a_contradiction()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Inputs.PackOnVehicle = false;
        _rig.Pass(12);
        Assert.Equal(Phase.Gripping, _rig.Phase);
        _rig.Pass(3);
        Assert.Equal((Phase.Held, Fault.SensorsContradict), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void One_lock_point_of_four_that_does_not_open_keeps_the_pack_down()
    {
        LaneRig rig = Loader();
        rig.DriveTo(Phase.Unlocking);
        rig.JamLock();
        rig.Inputs.LockClosedPoints = 0b0100;
        rig.Pass(4);
        rig.Inputs.LockOpenPoints = 0b1011;
        for (int i = 0; i < 150; i++)
        {
            rig.Pass();
            Assert.Equal(Phase.Unlocking, rig.Phase);
            Assert.False(rig.Drives.HasFlag(Drive.Lift));
        }
    }

    [Fact]
    public void One_lock_point_that_is_open_and_closed_is_a_contradiction_at_once()
    {
        LaneRig rig = Loader();
        rig.DriveTo(Phase.Gripping);
        rig.Inputs.LockOpenPoints = 0b1000;
        rig.Pass();
        Assert.Equal((Phase.Held, Fault.LockContradicts), (rig.Phase, rig.Fault));
    }

    [Fact]
    public void A_lock_that_goes_from_end_to_end_in_one_pass_is_not_believed()
    {
        _rig.LockTravelMs = 0;
        _rig.DriveTo(Phase.Unlocking);
        _rig.Pass(2);
        _rig.SetLock(open: true);
        _rig.Pass(3);
        Assert.Equal((Phase.Held, Fault.LockImplausible), (_rig.Phase, _rig.Fault));
        _rig.Pass(100);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.LockTravelMs = 200;
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
    }

    [Fact]
    public void A_tag_is_the_identity_of_a_vehicle_without_a_VIN()
    {
        LaneRig rig = Loader();
        rig.DriveTo(Phase.Positioning);
        rig.Pass(2);
        EventRecord step = new();
        rig.Node.Journal.FindLast(EventKind.SwapStep, step);
        Assert.Equal("LOADER-7", Ascii.Read(step.Vehicle, 0, step.VehicleLength));
    }

    [Fact]
    public void A_vehicle_without_a_VIN_whose_tag_is_not_read_is_not_served()
    {
        LaneRig rig = Loader();
        rig.Inputs.TagLength = 0;
        rig.Inputs.VehiclePresent = true;
        rig.Pass(1300);
        Assert.Equal((Phase.Held, Fault.IdentityUnknown), (rig.Phase, rig.Fault));
    }

    [Fact]
    public void A_car_is_swapped_by_its_inputs_without_a_lock_frame()
    {
        LaneRig rig = new(profile: BottomSwapCar.Profile()) { LockTravelMs = 800 };
        rig.DriveTo(Phase.Releasing);
        Assert.Equal(0x3FF, rig.Inputs.LockClosedPoints);
    }

    [Fact]
    public void A_sensor_that_keeps_its_level_through_three_swaps_is_warned_of_once_until_it_moves()
    {
        // It was seen low before the first swap.
        for (int swap = 0; swap <= 4; swap++)
        {
            Swap(() => _rig.Inputs.HoistPinSeated = true);
            Assert.Equal(swap < 3 ? 0 : 1, Warnings(EventKind.WarningRaised, LaneWarning.SensorStuck).Count);
        }

        Assert.Equal([(int)LaneSensor.HoistPinSeated], Warnings(EventKind.WarningRaised, LaneWarning.SensorStuck));
        Assert.Empty(Warnings(EventKind.WarningCleared, LaneWarning.SensorStuck));
        _rig.Inputs.HoistPinSeated = false;
        _rig.Pass(4);
        _rig.Inputs.HoistPinSeated = true;
        _rig.Pass(4);
        Assert.Equal([(int)LaneSensor.HoistPinSeated], Warnings(EventKind.WarningCleared, LaneWarning.SensorStuck));
    }

    [Fact]
    public void Sensors_that_all_move_raise_nothing_over_many_swaps()
    {
        for (int swap = 0; swap < 6; swap++)
        {
            Swap();
        }

        Assert.Empty(Warnings(EventKind.WarningRaised, LaneWarning.SensorStuck));
        Assert.Empty(Warnings(EventKind.WarningRaised, LaneWarning.LockSlow));
    }

    [Fact]
    public void A_lock_that_gets_slow_is_told_before_it_fails()
    {
        _rig.LockTravelMs = 2000;
        for (int swap = 0; swap < LockTravel.Enough; swap++)
        {
            Swap();
        }

        _rig.LockTravelMs = 2800;
        Swap();
        Assert.Empty(Warnings(EventKind.WarningRaised, LaneWarning.UnlockSlow));
        _rig.LockTravelMs = 4000;
        Swap();
        Assert.InRange(Assert.Single(Warnings(EventKind.WarningRaised, LaneWarning.UnlockSlow)), 4000, 4500);
        Assert.InRange(Assert.Single(Warnings(EventKind.WarningRaised, LaneWarning.LockSlow)), 4000, 4500);
        _rig.LockTravelMs = 2000;
        Swap();
        Assert.Single(Warnings(EventKind.WarningCleared, LaneWarning.UnlockSlow));
    }

    [Fact]
    public void A_lock_near_its_limit_is_told_the_first_time()
    {
        _rig.LockTravelMs = 7500;
        Swap();
        Assert.Single(Warnings(EventKind.WarningRaised, LaneWarning.LockSlow));
    }

    private static LaneRig Loader()
    {
        LaneRig rig = new("LOADER-7", WheelLoader.Profile());
        rig.Inputs.TagLength = Ascii.Write("LOADER-7", rig.Inputs.Tag, 0);
        return rig;
    }

    private void Swap(Action? afterEach = null)
    {
        _rig.AfterObeying = afterEach;
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
    }

    private List<int> Warnings(EventKind kind, LaneWarning warning)
    {
        _rig.Pass(2);
        List<int> values = [];
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= _rig.Node.Journal.LastStored; sequence++)
        {
            int length = _rig.Node.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            if (record.Kind == kind && record.LaneWarning == (int)warning)
            {
                values.Add(record.Value);
            }
        }

        return values;
    }
}
