using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>Which door may be opened, and what holds a swap at a cabinet.</summary>
public sealed class CabinetDoorTests
{
    private readonly CabinetRig _rig = new();

    [Fact]
    public void A_pack_that_was_exchanged_behind_its_door_after_it_was_planned_is_not_given_out()
    {
        DriveTo(Phase.Inserting);
        _rig.Doors[1].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001777") { ChargePermille = 960 };
        _rig.DriveTo(Phase.Held);
        Assert.Equal(Fault.NewPackNotReady, _rig.Fault);
        Assert.NotNull(_rig.Doors[1].Pack);
    }

    [Fact]
    public void A_door_may_be_opened_while_every_other_is_shut_and_its_charger_is_off_whatever_the_table_says()
    {
        _rig.Settle();
        CabinetDoors doors = _rig.Node.Cabinet.Doors;
        Assert.True(doors.MayOpen(0));
        Assert.False(doors.MayOpen(1));
        _rig.Doors[0].Shut = false;
        _rig.Pass(3);
        Assert.True(doors.MayOpen(0));
        _rig.Doors[3].Shut = false;
        _rig.Pass(3);
        Assert.False(doors.MayOpen(0) || doors.MayOpen(-1));
    }

    [Fact]
    public void An_aborted_swap_of_a_cabinet_is_still_aborted_after_a_restart()
    {
        DriveTo(Phase.Inserting);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = false;
        _rig.Restart();
        _rig.Pass(10);
        Assert.Equal((Phase.Held, true), (_rig.Phase, _rig.Node.Cabinet.State.Aborted));
    }

    [Fact]
    public void A_contactor_that_closes_while_the_refused_pack_is_given_back_holds_the_swap_with_the_door_shut()
    {
        _rig.Brought!.TemperatureC = 70;
        DriveTo(Phase.GivingBack);
        _rig.Doors[0].ContactorWelded = true;
        _rig.Pass(2);
        Assert.Equal((Phase.Held, Fault.DoorNotFree, -1), (_rig.Phase, _rig.Fault, _rig.Unlatched));
    }

    [Fact]
    public void A_door_that_opens_while_the_refused_pack_is_given_back_holds_the_swap()
    {
        _rig.Brought!.TemperatureC = 70;
        DriveTo(Phase.GivingBack);
        _rig.Doors[3].Shut = false;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.DoorNotFree, -1), (_rig.Phase, _rig.Fault, _rig.Unlatched));
    }

    [Theory]
    [InlineData(Phase.Dispensing)]
    [InlineData(Phase.Taking)]
    public void A_pack_that_raises_an_alarm_while_it_is_given_out_holds_the_swap_under_that_name(Phase phase)
    {
        _rig.Takes = false;
        DriveTo(phase);
        _rig.Doors[1].Pack!.TemperatureC = 70;
        _rig.Pass(40);
        Assert.Equal((Phase.Held, Fault.TakeBayAlarm), (_rig.Phase, _rig.Fault));
    }

    private void DriveTo(Phase phase)
    {
        _rig.Settle();
        _rig.Come();
        _rig.DriveTo(phase);
    }
}
