using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What customers, doors, packs and power do wrong at a cabinet, and the way out of it.</summary>
public sealed class CabinetFaultTests
{
    private readonly CabinetRig _rig = new();

    public CabinetFaultTests()
    {
        _rig.Settle();
        _rig.Come();
    }

    [Fact]
    public void A_door_that_does_not_open_is_tried_three_times_and_the_customer_sent_away()
    {
        _rig.Doors[0].Stuck = true;
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.DoorNotOpened, _rig.Fault);
        Assert.Equal(3, Steps(Phase.Admitting));
        Ended(0, Fault.DoorNotOpened);
    }

    [Fact]
    public void A_full_door_that_does_not_open_ends_the_swap_with_the_old_pack_reported()
    {
        _rig.Doors[1].Stuck = true;
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.DoorNotOpened, _rig.Fault);
        OrphanOf(CabinetRig.OldCode);
        Ended(0, Fault.DoorNotOpened);
    }

    [Fact]
    public void A_door_in_which_nothing_is_put_ends_the_swap()
    {
        _rig.Brought = null;
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.NothingInserted, _rig.Fault);
        Ended(0, Fault.NothingInserted);
        Assert.Empty(_rig.Events(EventKind.SwapOrphaned));
    }

    [Fact]
    public void A_customer_who_seems_to_stay_ten_minutes_opens_no_door_and_a_person_is_called()
    {
        _rig.DriveTo(Phase.Releasing);
        for (int i = 0; i < 20_000 && _rig.Phase == Phase.Releasing; i++)
        {
            _rig.Pass();
            Assert.Equal(-1, _rig.Unlatched);
        }

        Assert.Equal((Phase.Held, Fault.VehicleNotLeft), (_rig.Phase, _rig.Fault));
        _rig.Confirm();
        Assert.Equal(Phase.Releasing, _rig.Phase);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        Assert.Equal(SwapResult.Completed, Assert.Single(_rig.Events(EventKind.SwapEnded)).Summary.Result);
        Assert.Single(_rig.Events(EventKind.BatteryIn));
        Assert.Single(_rig.Events(EventKind.BatteryOut));
    }

    [Fact]
    public void A_store_door_that_is_left_open_holds_the_swap_until_it_is_shut_and_confirmed()
    {
        _rig.Shuts = false;
        _rig.DriveTo(Phase.Held);
        Assert.Equal(Fault.DoorNotClosed, _rig.Fault);
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Doors[0].Shut = true;
        _rig.Confirm();
        Assert.Equal(Phase.Releasing, _rig.Phase);
        OrphanOf(CabinetRig.OldCode);
    }

    [Fact]
    public void A_new_pack_that_is_not_taken_is_reported_with_the_old_one_that_stays()
    {
        _rig.Takes = false;
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(Fault.PackNotTaken, _rig.Fault);
        OrphanOf(CabinetRig.OldCode);
        Ended(0, Fault.PackNotTaken);
        Assert.Empty(_rig.Events(EventKind.BatteryOut));
    }

    [Theory]
    [InlineData("hot", Fault.OldPackRejected)]
    [InlineData("foreign", Fault.OldPackRejected)]
    [InlineData("not permitted", Fault.OldPackRejected)]
    [InlineData("claimed", Fault.OldPackRejected)]
    [InlineData("short circuit", Fault.OldPackRejected)]
    [InlineData("silent", Fault.OldPackUnknown)]
    public void A_pack_that_is_not_accepted_is_given_back(string kind, Fault fault)
    {
        string code = kind == "foreign" ? "JBD-SP13S001" : kind == "claimed" ? CabinetRig.NewCode : CabinetRig.OldCode;
        CabinetRigPack pack = new(code)
        {
            TemperatureC = kind == "hot" ? 60 : 25,
            Protection = kind == "short circuit" ? 1u << 10 : 0,
            Talks = kind != "silent",
        };
        _rig.Brought = pack;
        if (kind == "not permitted")
        {
            _rig.Settings.Profile.PermittedPacks = [new PackRule(CabinetRig.NewCode, "", [])];
            _rig.Restart();
            _rig.Settle();
        }

        _rig.DriveTo(Phase.Returning);
        Assert.Equal(fault, _rig.Fault);
        _rig.DriveTo(Phase.Releasing);
        Assert.Same(pack, _rig.Brought);
        Ended(0, fault);
        Assert.Empty(_rig.Events(EventKind.BatteryIn));
        Assert.Empty(_rig.Events(EventKind.SwapOrphaned));
    }

    [Fact]
    public void A_refused_pack_that_is_left_behind_is_in_the_cabinets_custody()
    {
        _rig.Brought!.TemperatureC = 60;
        _rig.Takes = false;
        _rig.DriveTo(Phase.Held);
        Assert.Equal(Fault.StoreBayNotReady, _rig.Fault);
        _rig.Confirm();
        Assert.Equal(Phase.Releasing, _rig.Phase);
        OrphanOf(CabinetRig.OldCode);
        Assert.False(_rig.Doors[0].Permitted);
    }

    [Fact]
    public void A_pack_with_a_doubt_is_taken_in_and_kept_apart()
    {
        _rig.Brought!.Protection = 1 << 9;
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Settle();
        Assert.True(_rig.Node.Cabinet.Doors.Doors[0].Isolated);
        Assert.False(_rig.Doors[0].Permitted);
        Assert.Single(_rig.Events(EventKind.BatteryOut));
    }

    [Theory]
    [InlineData(Phase.Choosing)]
    [InlineData(Phase.Admitting)]
    [InlineData(Phase.Inserting)]
    [InlineData(Phase.Accepting)]
    [InlineData(Phase.Dispensing)]
    [InlineData(Phase.Taking)]
    [InlineData(Phase.Releasing)]
    public void After_a_power_loss_nothing_opens_until_a_person_confirms_and_then_the_swap_ends(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.Restart();
        for (int i = 0; i < 60; i++)
        {
            _rig.Pass();
            Assert.Equal((Phase.Held, Fault.PowerLost, -1), (_rig.Phase, _rig.Fault, _rig.Unlatched));
        }

        bool storedPack = _rig.Doors[0].Pack is not null;
        bool takenPack = _rig.Doors[1].Pack is null;
        Array.ForEach(_rig.Doors, door => door.Shut = true);
        _rig.Confirm();
        Assert.Equal(Phase.Releasing, _rig.Phase);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        Assert.Equal(storedPack ? 1 : 0, _rig.Events(EventKind.BatteryIn).Length);
        Assert.Equal(takenPack ? 1 : 0, _rig.Events(EventKind.BatteryOut).Length);
        Assert.Equal(storedPack == takenPack ? 0 : 1, _rig.Events(EventKind.SwapOrphaned).Length);
        Assert.Single(_rig.Events(EventKind.SwapEnded));
    }

    [Fact]
    public void A_power_loss_after_the_pack_was_taken_still_records_that_it_is_gone()
    {
        _rig.DriveTo(Phase.Taking);
        _rig.Pass(2);
        _rig.Doors[1].Pack = null;
        _rig.Restart();
        _rig.Pass(10);
        _rig.Doors[1].Shut = true;
        _rig.Confirm();
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord battery = Assert.Single(_rig.Events(EventKind.BatteryOut));
        Assert.Equal(1002u, battery.PackSerial);
        Assert.Equal(1, Assert.Single(_rig.Events(EventKind.SwapEnded)).Value);
    }

    [Theory]
    [InlineData(Phase.Identifying)]
    [InlineData(Phase.Choosing)]
    [InlineData(Phase.Admitting)]
    [InlineData(Phase.Inserting)]
    [InlineData(Phase.Dispensing)]
    [InlineData(Phase.Taking)]
    public void Abort_holds_the_swap_and_takes_the_latch_request_away(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.AbortPressed, -1), (_rig.Phase, _rig.Fault, _rig.Unlatched));
    }

    [Theory]
    [InlineData(Phase.Identifying)]
    [InlineData(Phase.Choosing)]
    public void A_customer_who_goes_away_before_a_door_has_opened_leaves_an_idle_cabinet(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Leave();
        _rig.Pass(3);
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Fact]
    public void Fire_while_a_door_is_unlatched_takes_the_request_away_in_that_pass()
    {
        _rig.Doors[0].Stuck = true;
        _rig.DriveTo(Phase.Admitting);
        _rig.Pass(2);
        Assert.Equal(0, _rig.Unlatched);
        _rig.Inputs.FireLoopClosed = false;
        _rig.Pass();
        Assert.Equal((Phase.Stopped, -1), (_rig.Phase, _rig.Unlatched));
    }

    [Fact]
    public void Two_contacts_that_contradict_each_other_hold_the_swap()
    {
        _rig.DriveTo(Phase.Inserting);
        _rig.Brought = null;
        _rig.Doors[0].PresentContact = true;
        _rig.Doors[0].ClearContact = true;
        _rig.DriveTo(Phase.Held);
        Assert.Equal(Fault.SensorsContradict, _rig.Fault);
    }

    private int Steps(Phase from)
    {
        _rig.Pass(2);
        return _rig.Events(EventKind.SwapStep).Count(step => step.PreviousPhase == (int)from);
    }

    private void Ended(int value, Fault fault)
    {
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord ended = Assert.Single(_rig.Events(EventKind.SwapEnded));
        Assert.Equal((value, (int)fault), (ended.Value, ended.Fault));
    }

    private void OrphanOf(string code)
    {
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord battery = Assert.Single(_rig.Events(EventKind.BatteryIn));
        Assert.Equal(code, Ascii.Read(battery.PackCode, 0, battery.PackCodeLength));
        EventRecord orphan = Assert.Single(_rig.Events(EventKind.SwapOrphaned));
        Assert.Equal((battery.RequestId, battery.PackSerial, 1), (orphan.RequestId, orphan.PackSerial, orphan.Value));
    }
}
