using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What goes wrong in mid-swap, and the way out of it.</summary>
public sealed class LaneFaultTests
{
    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(Phase.Choosing)]
    [InlineData(Phase.Gripping)]
    [InlineData(Phase.Unlocking)]
    [InlineData(Phase.Stowing)]
    [InlineData(Phase.Fetching)]
    [InlineData(Phase.Placing)]
    [InlineData(Phase.Locking)]
    [InlineData(Phase.Verifying)]
    [InlineData(Phase.Withdrawing)]
    public void A_swap_that_a_power_loss_interrupted_is_finished_after_a_person_confirms(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.Restart();
        _rig.Pass(60);
        Assert.Equal((Phase.Held, Fault.PowerLost), (_rig.Phase, _rig.Fault));
        _rig.Confirm();
        Assert.NotEqual(Phase.Held, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal((1, 1), (Count(EventKind.BatteryIn), Count(EventKind.BatteryOut)));
    }

    [Theory]
    [InlineData(Phase.Stowing)]
    [InlineData(Phase.Fetching)]
    [InlineData(Phase.Placing)]
    public void A_swap_that_was_aborted_with_the_pack_in_the_air_is_finished_after_a_person_confirms(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.AbortPressed), (_rig.Phase, _rig.Fault));
        _rig.Inputs.AbortPressed = false;
        _rig.Confirm();
        Assert.NotEqual(Phase.Held, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
    }

    [Fact]
    public void A_swap_that_is_held_while_much_else_is_recorded_is_held_after_a_restart_too()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(5);
        _rig.Inputs.AbortPressed = false;
        for (int i = 0; i < 200; i++)
        {
            _rig.Node.PutIntoService(Issuer.City, 1, _rig.NowMs);
            _rig.Pass(2);
        }

        _rig.Restart();
        _rig.Pass(100);
        Assert.Equal((Phase.Held, Fault.PowerLost), (_rig.Phase, _rig.Fault));
        Assert.Equal((1, 2), (_rig.Node.Lane.Bays.StoreBay, _rig.Node.Lane.Bays.TakeBay));
        for (int i = 0; i < 200; i++)
        {
            _rig.Node.PutIntoService(Issuer.City, 1, _rig.NowMs);
            _rig.Pass(2);
        }

        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord ended = new();
        _rig.Node.Journal.FindLast(EventKind.SwapEnded, ended);
        Assert.Equal(1, ended.Summary.Restarts);
    }

    [Fact]
    public void A_lane_whose_journal_cannot_be_read_is_held_after_a_restart()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Pass(2);
        foreach (List<byte> file in _rig.Store.Files.Where(file => file.Key.StartsWith("seg", StringComparison.Ordinal))
            .Select(file => file.Value))
        {
            for (int i = file.Count / 8; i < file.Count; i += 16)
            {
                file[i] ^= 0x5A;
            }
        }

        _rig.Restart();
        _rig.Pass(20);
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void A_pack_that_hangs_where_nobody_remembers_it_holds_the_next_vehicle()
    {
        _rig.Inputs.HoistLoaded = true;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(5);
        Assert.Equal((Phase.Held, Fault.HoistStillLoaded), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_vehicle_is_told_to_drive_only_from_a_stored_phase_and_while_it_is_seen_locked()
    {
        _rig.DriveTo(Phase.Withdrawing);
        for (int i = 0; i < 4000 && _rig.Phase != Phase.Releasing; i++)
        {
            _rig.Obey();
            _rig.Pass();
        }

        Assert.Equal(Drive.None, _rig.Drives & Drive.ReleaseVehicle);
        _rig.Pass(2);
        Assert.Equal(Drive.ReleaseVehicle, _rig.Drives);
        _rig.SetLock(open: true);
        _rig.Pass();
        Assert.Equal(Drive.None, _rig.Drives & Drive.ReleaseVehicle);
    }

    [Fact]
    public void A_lane_whose_gripper_still_holds_a_pack_is_not_idle_for_the_next_vehicle()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(25);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Inputs.HoistTongueLocked = false;
        _rig.Inputs.HoistPinSeated = false;
        _rig.Pass(2);
        _rig.Confirm();
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Fact]
    public void A_vehicle_that_comes_loose_while_it_is_let_go_calls_a_person_who_has_it_locked_again()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(2);
        _rig.JamLock();
        _rig.Pass();
        Assert.Equal(Drive.CallPerson, _rig.Drives);
        Assert.Equal(Phase.Releasing, _rig.Phase);
        _rig.Confirm();
        Assert.Equal((Phase.Held, Fault.CameLoose), (_rig.Phase, _rig.Fault));
        _rig.Confirm();
        Assert.Equal(Phase.Locking, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(2);
        Assert.Equal(Drive.ReleaseVehicle, _rig.Drives);
    }

    [Fact]
    public void Fire_while_a_vehicle_leaves_calls_people_and_lets_it_leave()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(2);
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass();
        Assert.Equal(Drive.ReleaseVehicle | Drive.CallPerson | Drive.SoundAlarm, _rig.Drives);
    }

    [Theory]
    [InlineData(Phase.Placing)]
    [InlineData(Phase.Mating)]
    public void A_hoist_that_lets_go_of_the_pack_holds_the_swap(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Inputs.HoistTongueLocked = false;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.GripLost), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void A_vehicle_that_leaves_its_position_holds_the_swap()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.VehicleInPosition = false;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.VehicleUnprepared), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void Fire_in_an_idle_lane_calls_a_person_and_is_an_alarm()
    {
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass(2);
        Assert.Equal(Phase.Stopped, _rig.Phase);
        Assert.True(_rig.Drives.HasFlag(Drive.CallPerson));
        EventRecord step = new();
        _rig.Node.Journal.FindLast(EventKind.SwapStep, step);
        Assert.Equal(((int)Fault.FireDetected, EventWriter.AlarmLevel), (step.Fault, step.Level));
    }

    [Fact]
    public void An_open_safety_chain_keeps_a_stopped_lane_stopped()
    {
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass(2);
        _rig.Inputs.FireLoopClosed = true;
        _rig.Inputs.SafetyChainClosed = false;
        _rig.Confirm();
        Assert.Equal(Phase.Stopped, _rig.Phase);
        _rig.Inputs.SafetyChainClosed = true;
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void A_held_lane_is_not_idle_while_a_pack_hangs_in_the_hoist()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.SafetyChainClosed = false;
        _rig.Pass();
        _rig.Inputs.SafetyChainClosed = true;
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(25);
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Inputs.HoistLoaded = false;
        _rig.Inputs.HoistTongueLocked = false;
        _rig.Inputs.HoistPinSeated = false;
        _rig.Confirm();
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Fact]
    public void A_held_pack_is_not_locked_while_its_connector_is_not_mated()
    {
        _rig.DriveTo(Phase.Locking);
        _rig.ConnectorMated = false;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.ConnectorNotMated, _rig.Fault);
        _rig.Inputs.HoistTongueLocked = false;
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void Seventy_volts_behind_the_relays_is_not_off()
    {
        _rig.Pack.BusSideRaw = 700;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(2600);
        Assert.Equal((Phase.Held, Fault.HighVoltageNotOff), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_vehicle_is_not_told_to_drive_with_the_safety_chain_open_or_abort_pressed_but_in_a_fire_it_is()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(20);
        _rig.Inputs.SafetyChainClosed = false;
        _rig.Pass();
        Assert.Equal(Drive.CallPerson, _rig.Drives);
        _rig.Inputs.SafetyChainClosed = true;
        _rig.Pass(2);
        Assert.Equal(Drive.ReleaseVehicle, _rig.Drives);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        Assert.Equal(Drive.CallPerson, _rig.Drives);
        _rig.Inputs.AbortPressed = false;
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass(2);
        Assert.Equal(Drive.ReleaseVehicle | Drive.CallPerson | Drive.SoundAlarm, _rig.Drives);
    }

    private int Count(EventKind kind)
    {
        _rig.Pass(2);
        int count = 0;
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= _rig.Node.Journal.LastStored; sequence++)
        {
            int length = _rig.Node.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            count += record.Kind == kind ? 1 : 0;
        }

        return count;
    }
}
