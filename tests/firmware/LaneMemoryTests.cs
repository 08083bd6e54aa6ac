using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a lane keeps and what it forgets, over its phases, a restart and a hold.</summary>
public sealed class LaneMemoryTests
{
    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(Phase.Idle, Phase.Identifying)]
    [InlineData(Phase.Stowing, Phase.Fetching)]
    [InlineData(Phase.Fetching, Phase.Placing)]
    public void What_the_bus_said_before_a_vehicle_or_a_pack_came_is_not_said_of_it(Phase before, Phase after)
    {
        _rig.DriveTo(before);
        new RigPack().Send(_rig.PackBus, 1000);
        _rig.Pass();
        Assert.Equal((before, true), (_rig.Phase, _rig.Node.Lane.Bus.PackCode.IsComplete));
        _rig.DriveTo(after);
        Assert.False(_rig.Node.Lane.Bus.PackCode.IsComplete);
    }

    [Fact]
    public void An_aborted_swap_is_still_aborted_after_a_restart_and_puts_the_old_pack_back()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(2);
        _rig.Inputs.AbortPressed = false;
        _rig.Restart();
        _rig.Pass(60);
        Assert.True(_rig.Node.Lane.State.Aborted);
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(LaneRig.OldCode, _rig.PackCode);
    }

    [Fact]
    public void A_node_whose_connection_is_lost_while_something_moves_connects_again_only_afterwards()
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Pass(2);
        int connects = _rig.Uplink.Connects;
        _rig.Uplink.Link = UplinkLink.Down;
        _rig.Pass(600);
        Assert.Equal((Phase.Gripping, connects), (_rig.Phase, _rig.Uplink.Connects));
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(600);
        Assert.Equal(Phase.Held, _rig.Phase);
        Assert.True(_rig.Uplink.Connects > connects);
    }

    [Fact]
    public void A_held_lane_with_another_pack_locked_on_the_vehicle_than_was_planned_begins_from_the_start()
    {
        _rig.DriveTo(Phase.Verifying);
        _rig.PackCode = "0RJPEA00HAU0AAF130001777";
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.WrongPack, _rig.Fault);
        _rig.Inputs.KeySwitchOn = true;
        _rig.Pass(4);
        _rig.Inputs.ConfirmPressed = true;
        _rig.RunTo(Phase.Identifying);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_welded_main_relay_holds_the_swap_whichever_of_the_two_it_is(bool positive)
    {
        _rig.DriveTo(Phase.Gripping);
        _rig.Pack.PositiveWelded = positive;
        _rig.Pack.NegativeWelded = !positive;
        _rig.Pass(3);
        Assert.Equal((Phase.Held, Fault.RelayWelded), (_rig.Phase, _rig.Fault));
    }
}
