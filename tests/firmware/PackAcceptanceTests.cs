using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>The pack that comes in: taken, isolated, or left on the vehicle, by what its own BMS says.</summary>
public sealed class PackAcceptanceTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_pack_in_order_is_taken_into_any_bay()
    {
        _rig.DriveTo(Phase.Choosing);
        Assert.False(_rig.Node.Lane.Bays.Isolate);
        Assert.Equal(PackFinding.None, Finding());
    }

    [Theory]
    [InlineData(50, 1000)]
    [InlineData(1000, 50)]
    public void Weak_insulation_of_either_pole_isolates_the_pack(int positiveKohm, int negativeKohm)
    {
        _rig.Pack.InsulationPositiveKohm = positiveKohm;
        _rig.Pack.InsulationNegativeKohm = negativeKohm;
        AssertIsolated(PackFinding.InsulationWeak);
    }

    [Fact]
    public void An_alarm_at_the_level_of_the_profile_isolates_the_pack()
    {
        _rig.Pack.AlarmLevel = 2;
        AssertIsolated(PackFinding.AlarmLevel);
    }

    [Fact]
    public void An_alarm_below_the_level_of_the_profile_does_not_count()
    {
        _rig.Pack.AlarmLevel = 1;
        _rig.DriveTo(Phase.Choosing);
        Assert.False(_rig.Node.Lane.Bays.Isolate);
    }

    [Fact]
    public void A_hot_cell_isolates_the_pack()
    {
        _rig.Pack.HottestC = 56;
        AssertIsolated(PackFinding.CellHot);
    }

    [Fact]
    public void A_frozen_cell_isolates_the_pack()
    {
        _rig.Pack.ColdestC = -31;
        AssertIsolated(PackFinding.CellCold);
    }

    [Fact]
    public void A_temperature_that_is_not_available_isolates_the_pack()
    {
        _rig.Pack.HottestC = 0xFF - 50;
        AssertIsolated(PackFinding.NotMeasured);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_pack_that_no_longer_tells_its_voltages_or_temperatures_is_not_let_go(bool volts, bool heat)
    {
        _rig.DriveTo(Phase.Locking);
        _rig.Pack.TellsVolts = volts;
        _rig.Pack.TellsHeat = heat;
        _rig.Pass(8);
        _rig.DriveTo(Phase.Verifying);
        _rig.Pass(100);
        Assert.Equal(Phase.Verifying, _rig.Phase);
        Assert.Equal(PackFinding.NotHeard, _rig.Node.Lane.Reading.Finding);
        _rig.Pack.TellsVolts = _rig.Pack.TellsHeat = true;
        _rig.DriveTo(Phase.Withdrawing);
    }

    [Fact]
    public void A_pack_that_no_longer_tells_its_voltages_is_not_unlocked()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Pack.TellsVolts = false;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.HighVoltageNotOff, _rig.Fault);
    }

    [Fact]
    public void A_hot_contact_of_the_connector_isolates_the_pack()
    {
        _rig.Pack.ConnectorC = 91;
        AssertIsolated(PackFinding.ConnectorHot);
    }

    [Fact]
    public void A_warm_contact_and_sensors_that_are_not_fitted_do_not_count()
    {
        _rig.Pack.ConnectorC = 90;
        _rig.DriveTo(Phase.Choosing);
        Assert.False(_rig.Node.Lane.Bays.Isolate);
    }

    [Fact]
    public void A_fault_that_the_swap_controller_reports_of_the_connector_isolates_the_pack()
    {
        _rig.ControllerFault = (2, 9);
        AssertIsolated(PackFinding.ConnectorFault);
    }

    [Fact]
    public void An_open_interlock_loop_isolates_the_pack()
    {
        _rig.Pack.InterlockAlarm = true;
        AssertIsolated(PackFinding.Damaged);
    }

    [Fact]
    public void A_broken_measuring_wire_isolates_the_pack()
    {
        _rig.Pack.WireFault = true;
        AssertIsolated(PackFinding.Damaged);
    }

    [Fact]
    public void A_pack_that_is_to_be_isolated_waits_for_a_bay_that_keeps_packs_apart()
    {
        _rig.Pack.HottestC = 56;
        _rig.DriveTo(Phase.Choosing);
        _rig.Pass(400);
        Assert.Equal(Phase.Choosing, _rig.Phase);
        _rig.StoreBayIsolated = true;
        _rig.DriveTo(Phase.Stowing);
        _rig.Pack.HottestC = 30;
        _rig.DriveTo(Phase.Releasing);
    }

    [Theory]
    [InlineData("PACKCODE0001")]
    [InlineData("ZZZZ????????????00000001")]
    [InlineData("0rjpea00hau0aaf130001001")]
    public void A_pack_whose_code_is_none_stays_on_the_vehicle(string code)
    {
        _rig.PackCode = code;
        AssertRejected(PackFinding.CodeUnknown);
    }

    [Fact]
    public void A_pack_that_the_register_does_not_permit_stays_on_the_vehicle()
    {
        LaneRig rig = Registered("0RJPEB", "1");
        rig.Inputs.VehiclePresent = true;
        rig.RunTo(Phase.Held);
        Assert.Equal(Fault.OldPackRejected, rig.Fault);
        Assert.Equal((int)PackFinding.NotPermitted, NewestStep(rig).Finding);
    }

    [Fact]
    public void A_pack_that_the_register_permits_is_swapped_and_the_record_says_the_version()
    {
        LaneRig rig = Registered("1", "0RJPEA0");
        rig.DriveTo(Phase.Releasing);
        rig.Leave();
        rig.Pass(10);
        EventRecord ended = SwapEvents.Of(rig.Node.Journal).Last(record => record.Kind == EventKind.SwapEnded);
        Assert.Equal(4, ended.Summary.RegisterVersion);
    }

    [Theory]
    [InlineData(AuthorisationReply.FailedSilence, PackFinding.AuthorisationSilent)]
    [InlineData(AuthorisationReply.FailedCipher, PackFinding.AuthorisationRefused)]
    public void A_pack_that_is_not_authorised_stays_on_the_vehicle(int progress, PackFinding finding)
    {
        LaneRig rig = Authorising();
        rig.Pack.Authorisation = progress;
        rig.Inputs.VehiclePresent = true;
        rig.RunTo(Phase.Held);
        Assert.Equal(Fault.OldPackRejected, rig.Fault);
        Assert.Equal((int)finding, NewestStep(rig).Finding);
    }

    [Theory]
    [InlineData(AuthorisationReply.Waiting)]
    [InlineData(null)]
    public void A_pack_that_waits_for_its_authorisation_is_not_known_yet(int? progress)
    {
        LaneRig rig = Authorising();
        rig.Pack.Authorisation = progress;
        rig.Inputs.VehiclePresent = true;
        rig.RunTo(Phase.Accepting);
        rig.Pass(500);
        Assert.Equal(Phase.Accepting, rig.Phase);
        rig.RunTo(Phase.Held);
        Assert.Equal(Fault.OldPackUnknown, rig.Fault);
        Assert.Equal((int)PackFinding.AuthorisationWaits, NewestStep(rig).Finding);
    }

    [Fact]
    public void A_pack_that_is_authorised_is_taken()
    {
        LaneRig rig = Authorising();
        rig.Pack.Authorisation = AuthorisationReply.Passed;
        rig.DriveTo(Phase.Choosing);
    }

    [Fact]
    public void Smoke_fire_and_runaway_that_the_pack_reports_are_an_emergency()
    {
        foreach (Action<RigPack> burn in new Action<RigPack>[]
        {
            pack => pack.Smoke = true, pack => pack.Fire = true, pack => pack.RunawayReason = 3,
        })
        {
            LaneRig rig = new();
            rig.DriveTo(Phase.Gripping);
            burn(rig.Pack);
            rig.Pass(25);
            Assert.Equal((Phase.Stopped, Fault.RunawayDetected), (rig.Phase, rig.Fault));
            Assert.Equal(Drive.None, rig.Drives & Drive.Motion);
            Assert.True(rig.Drives.HasFlag(Drive.SoundAlarm));
        }
    }

    [Fact]
    public void A_reason_of_none_is_no_runaway()
    {
        _rig.Pack.RunawayReason = 0;
        _rig.DriveTo(Phase.Choosing);
        LaneRig other = new();
        other.Pack.RunawayReason = 0xFF;
        other.DriveTo(Phase.Choosing);
    }

    [Fact]
    public void A_pack_that_would_be_isolated_never_leaves_on_a_vehicle()
    {
        _rig.DriveTo(Phase.Locking);
        _rig.Pack.InsulationNegativeKohm = 50;
        _rig.SetLock(open: false);
        _rig.RunTo(Phase.Verifying);
        _rig.Pass(1300);
        Assert.Equal((Phase.Held, Fault.NewPackUnhealthy), (_rig.Phase, _rig.Fault));
    }

    private static LaneRig Registered(params string[] permitted)
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.RegisterVersion = 4;
        profile.PermittedPacks = [.. permitted.Select(begins => new PackRule(begins, "", []))];
        return new LaneRig(profile: profile);
    }

    private static LaneRig Authorising()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.NeedsAuthorisation = true;
        return new LaneRig(profile: profile);
    }

    private void AssertIsolated(PackFinding finding)
    {
        _rig.Inputs.VehiclePresent = true;
        _rig.RunTo(Phase.Choosing);
        Assert.True(_rig.Node.Lane.Bays.Isolate);
        Assert.Equal(finding, Finding());
    }

    private void AssertRejected(PackFinding finding)
    {
        _rig.Inputs.VehiclePresent = true;
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.OldPackRejected, _rig.Fault);
        Assert.Equal(finding, Finding());
    }

    private PackFinding Finding() => (PackFinding)NewestStep(_rig).Finding;

    private static EventRecord NewestStep(LaneRig rig)
    {
        rig.Pass(2);
        EventRecord record = new();
        rig.Node.Journal.FindLast(EventKind.SwapStep, record);
        return record;
    }
}
