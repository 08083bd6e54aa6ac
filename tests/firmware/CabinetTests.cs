using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>A swap at a cabinet, and what its doors and packs allow.</summary>
public sealed class CabinetTests
{
    private readonly CabinetRig _rig = new();

    [Fact]
    public void A_customer_puts_the_old_pack_in_and_takes_the_fullest_out()
    {
        _rig.Settle();
        _rig.Come();
        List<Phase> phases = [];
        foreach (Phase phase in (Phase[])[Phase.Identifying, Phase.Choosing, Phase.Admitting, Phase.Inserting,
            Phase.Accepting, Phase.Dispensing, Phase.Taking, Phase.Releasing])
        {
            _rig.DriveTo(phase);
            phases.Add(_rig.Phase);
        }

        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord battery = Assert.Single(_rig.Events(EventKind.BatteryIn));
        Assert.Equal((CabinetRig.OldCode, 1, 120), (CodeOf(battery), battery.Bay, battery.ChargePermille));
        EventRecord out1 = Assert.Single(_rig.Events(EventKind.BatteryOut));
        Assert.Equal((CabinetRig.NewCode, 2, 960), (CodeOf(out1), out1.Bay, out1.ChargePermille));
        EventRecord ended = Assert.Single(_rig.Events(EventKind.SwapEnded));
        Assert.Equal((1, (int)Fault.None, battery.RequestId), (ended.Value, ended.Fault, out1.RequestId));
        Assert.Empty(_rig.Events(EventKind.SwapOrphaned));
        Assert.Equal(1, _rig.MostOpen);
    }

    [Fact]
    public void A_customer_who_is_not_seen_for_a_moment_has_not_left()
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.UserPresent = false;
        _rig.Pass(15);
        _rig.Inputs.UserPresent = true;
        _rig.Pass(100);
        Assert.Equal(Phase.Releasing, _rig.Phase);
        Assert.Single(_rig.Events(EventKind.SwapStarted));
    }

    [Fact]
    public void A_door_is_unlatched_only_once_its_phase_is_stored()
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        Assert.Equal(-1, _rig.Unlatched);
        _rig.Pass();
        Assert.Equal((0, Drive.OpenDoor), (_rig.Unlatched, _rig.Drives));
    }

    [Fact]
    public void The_fullest_pack_is_chosen_and_of_equal_ones_the_coolest()
    {
        _rig.Doors[2].Pack!.ChargePermille = 960;
        _rig.Doors[2].Pack!.TemperatureC = 22;
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        DoorPlan plan = _rig.Node.Cabinet.Plan;
        Assert.Equal((1, 3), (plan.StoreBay, plan.TakeBay));
        Assert.Equal(ChoiceReason.OnlyOne, plan.StoreChoice.Reason);
        Assert.Equal(ChoiceReason.CoolestOfEqual, plan.TakeChoice.Reason);
        Assert.Equal(1, plan.TakeChoice.Count(PassedOver.ChargeLow));
    }

    [Fact]
    public void A_pack_is_not_given_out_of_a_door_whose_charger_contactor_does_not_open()
    {
        _rig.Doors[1].ContactorWelded = true;
        _rig.Doors[2].Pack!.ChargePermille = 500;
        _rig.Settle();
        _rig.Come();
        for (int i = 0; i < 1000; i++)
        {
            _rig.Pass();
            Assert.NotEqual(1, _rig.Unlatched);
        }

        Assert.Equal((Phase.Releasing, Fault.NewPackNotReady), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void No_door_is_unlatched_while_another_is_open()
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        _rig.Doors[3].Shut = false;
        for (int i = 0; i < 100; i++)
        {
            _rig.Pass();
            Assert.Equal(-1, _rig.Unlatched);
        }
    }

    [Fact]
    public void A_latch_contact_that_is_lost_in_one_pass_only_is_no_open_door()
    {
        DriveTo(Phase.Admitting);
        _rig.Doors[0].Stuck = true;
        _rig.Doors[0].Shut = false;
        _rig.Pass();
        _rig.Doors[0].Shut = true;
        _rig.Pass(3);
        Assert.Equal(Phase.Admitting, _rig.Phase);
    }

    [Fact]
    public void Only_a_pack_that_is_known_and_shut_in_is_charged()
    {
        _rig.Doors[3].Pack = new CabinetRigPack("JBD-SP13S001");
        _rig.Settle();
        Assert.Equal([false, true, true, false], _rig.Doors.Select(door => door.Permitted));
        _rig.Doors[1].Shut = false;
        _rig.Pass();
        Assert.False(_rig.Doors[1].Permitted);
    }

    [Fact]
    public void The_doors_of_a_swap_are_not_charged_until_it_is_over()
    {
        DriveTo(Phase.Taking);
        _rig.Pass(100);
        Assert.False(_rig.Doors[0].Permitted || _rig.Doors[1].Permitted);
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        Assert.True(_rig.Doors[0].Permitted);
    }

    [Fact]
    public void A_pack_that_warns_is_neither_charged_nor_given_out_until_a_person_has_looked()
    {
        _rig.Settle();
        _rig.Doors[1].Pack!.TemperatureC = 70;
        _rig.Settle();
        Assert.False(_rig.Doors[1].Permitted);
        Assert.False(_rig.Node.Cabinet.Doors.Doors[1].ClearIsolation(_rig.NowMs));
        _rig.Doors[1].Pack!.TemperatureC = 25;
        _rig.Settle();
        Assert.False(_rig.Doors[1].Permitted);
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        Assert.Equal(3, _rig.Node.Cabinet.Plan.TakeBay);
        Assert.Contains(_rig.Events(EventKind.WarningRaised),
            warning => (warning.Bay, warning.Warning) == (2, (int)PackWarning.OverTemperature));
        Assert.True(_rig.Node.Cabinet.Doors.Doors[1].ClearIsolation(_rig.NowMs));
        _rig.Pass(2);
        Assert.True(_rig.Doors[1].Permitted);
    }

    [Fact]
    public void A_pack_that_was_isolated_is_isolated_after_a_restart()
    {
        _rig.Settle();
        _rig.Doors[1].Pack!.TemperatureC = 70;
        _rig.Settle();
        _rig.Doors[1].Pack!.TemperatureC = 25;
        _rig.Settle();
        _rig.Restart();
        _rig.Settle();
        Assert.Equal([false, true, false, false], _rig.Node.Cabinet.Doors.Doors.Select(door => door.Isolated));
        Assert.Equal((int)IsolationReason.Remembered, _rig.Events(EventKind.PackIsolated)[^1].Value);
    }

    [Fact]
    public void A_pack_that_warms_up_after_it_came_in_is_not_given_out()
    {
        _rig.Settle();
        _rig.Doors[1].Pack!.TemperatureC += PackWatch.RiseC;
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        DoorPlan plan = _rig.Node.Cabinet.Plan;
        Assert.Equal((3, 1), (plan.TakeBay, plan.TakeChoice.Count(PassedOver.Watched)));
    }

    [Fact]
    public void Two_packs_that_claim_one_identity_are_not_given_out()
    {
        _rig.Doors[2].Pack = new CabinetRigPack(CabinetRig.NewCode) { ChargePermille = 990 };
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.NoBay, _rig.Fault);
        Assert.Equal(2, _rig.Events(EventKind.WarningRaised).Count(
            warning => warning.Warning == (int)PackWarning.IdentityClaimedTwice));
    }

    [Fact]
    public void Smoke_behind_one_door_stops_the_cabinet_and_takes_every_charge_permit_away()
    {
        _rig.Settle();
        Assert.Contains(_rig.Doors, door => door.Permitted);
        _rig.Doors[2].Smoke = true;
        _rig.Pass();
        Assert.Equal((Phase.Stopped, Fault.BaySmoke), (_rig.Phase, _rig.Fault));
        Assert.True(_rig.Drives.HasFlag(Drive.SoundAlarm));
        Assert.DoesNotContain(_rig.Doors, door => door.Permitted);
    }

    [Fact]
    public void A_customer_who_is_not_listed_is_sent_away_without_a_person()
    {
        _rig.Settle();
        _rig.Come("CARD-9999");
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.VehicleNotAuthorised, _rig.Fault);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        Assert.Empty(_rig.Events(EventKind.BatteryIn));
    }

    [Fact]
    public void A_second_card_shown_in_a_session_changes_nothing()
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(Phase.Admitting);
        _rig.Come("CARD-9999");
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(2);
        EventRecord battery = Assert.Single(_rig.Events(EventKind.BatteryOut));
        Assert.Equal(CabinetRig.Card, Ascii.Read(battery.Vehicle, 0, battery.VehicleLength));
    }

    [Fact]
    public void A_pass_without_event_allocates_nothing()
    {
        _rig.Settle();
        _rig.Settle();
        Assert.Equal(0, _rig.AllocatedByPasses(400));
    }

    [Fact]
    public void The_birth_says_that_it_is_a_cabinet_and_which_doors_it_has()
    {
        _rig.Uplink.Link = UplinkLink.Up;
        _rig.Pass(3);
        BirthRecord birth = new();
        byte[] payload = _rig.Uplink.Published.First(one => one.Topic.EndsWith("/birth", StringComparison.Ordinal))
            .Payload;
        Assert.Equal(DecodeResult.Ok, BirthReader.Decode(payload, 0, payload.Length, birth));
        Assert.Equal((NodeKind.Cabinet, 4), (birth.NodeKind, birth.BayCount));
        Assert.NotEqual(0u, birth.SettingsCrc);
    }

    [Fact]
    public void A_cabinet_has_doors_and_no_hoist()
    {
        Assert.Null(_rig.Settings.Flaw());
        _rig.Settings.LinkAddress = 0x80;
        _rig.Settings.Bays = [];
        Assert.Equal("Bays: a profile without hoist is a cabinet's, and a cabinet has doors", _rig.Settings.Flaw());
        _rig.Settings.Bays = [1];
        Assert.Equal("Bays: a cabinet has an empty door and one to take from", _rig.Settings.Flaw());
        _rig.Settings.Bays = [1, 2];
        _rig.Settings.Profile = TopLiftTruck.Profile();
        Assert.Equal("Profile: a node with a lane and bays is a cabinet, and a cabinet has no hoist",
            _rig.Settings.Flaw());
    }

    private void DriveTo(Phase phase)
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(phase);
    }

    private static string CodeOf(EventRecord record) => Ascii.Read(record.PackCode, 0, record.PackCodeLength);
}
