using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A swap that is called off ends with the vehicle whole, whoever called it off, wherever it stood.</summary>
public sealed class LaneAbortTests
{
    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(Phase.Accepting)]
    [InlineData(Phase.Choosing)]
    [InlineData(Phase.Gripping)]
    [InlineData(Phase.Unlocking)]
    [InlineData(Phase.Stowing)]
    public void An_aborted_swap_puts_the_old_pack_back_and_releases_the_vehicle_whole(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass();
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.AbortPressed), (_rig.Phase, _rig.Fault));
        _rig.Inputs.AbortPressed = false;
        GoBack();
    }

    [Fact]
    public void A_pack_that_was_exchanged_by_hand_is_the_vehicles_own_when_its_swap_begins()
    {
        _rig.Inputs.MaintenanceSelected = _rig.Inputs.VehiclePresent = true;
        _rig.Pass(20);
        _rig.Confirm();
        Assert.Equal(Phase.Maintenance, _rig.Phase);
        _rig.Pass(20);
        _rig.PackCode = LaneRig.OldCodeOf(3);
        _rig.Pass(60);
        _rig.Inputs.MaintenanceSelected = false;
        _rig.RunTo(Phase.Held);
        _rig.Confirm();
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        _rig.Inputs.AbortPressed = false;
        GoBack(LaneRig.OldCodeOf(3));
    }

    [Fact]
    public void A_city_abort_in_mid_lift_puts_the_pack_back_after_a_person_confirms()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Pass(2);
        Lift();
        _rig.Node.Lane.AbortByCity();
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.CityAborted), (_rig.Phase, _rig.Fault));
        _rig.Pass(200);
        Assert.Equal(Phase.Held, _rig.Phase);
        GoBack();
    }

    [Fact]
    public void A_driver_who_calls_it_off_gets_the_old_pack_back()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.DriverAborts = true;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.DriverAborted), (_rig.Phase, _rig.Fault));
        _rig.Inputs.DriverAborts = false;
        GoBack();
    }

    [Fact]
    public void A_safety_chain_that_opens_ends_nothing_and_the_swap_goes_on_after_a_person_confirms()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.SafetyChainClosed = false;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.SafetyChainOpen), (_rig.Phase, _rig.Fault));
        _rig.Inputs.SafetyChainClosed = true;
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(LaneRig.NewCode, _rig.PackCode);
    }

    [Theory]
    [InlineData(Phase.Fetching)]
    [InlineData(Phase.Placing)]
    [InlineData(Phase.Locking)]
    public void Once_the_old_pack_is_stowed_an_abort_makes_the_vehicle_whole_with_the_new_one(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass();
        _rig.Node.Lane.AbortByCity();
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.CityAborted), (_rig.Phase, _rig.Fault));
        _rig.Pass(20);
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(LaneRig.NewCode, _rig.PackCode);
    }

    [Fact]
    public void An_abort_by_the_city_counts_once()
    {
        _rig.Node.Lane.AbortByCity();
        _rig.Pass(5);
        _rig.DriveTo(Phase.Releasing);
    }

    private void Lift()
    {
        for (int i = 0; i < 4; i++)
        {
            _rig.Pass();
        }
    }

    private void GoBack(string code = LaneRig.OldCode)
    {
        _rig.Pass(20);
        _rig.Confirm();
        Assert.NotEqual(Phase.Held, _rig.Phase);
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(code, _rig.PackCode);
        Assert.Equal((true, _rig.AllPoints), (_rig.ConnectorMated, _rig.Inputs.LockClosedPoints));
        Assert.Equal(BayPresence.Empty, _rig.StoreBay);
        Assert.Equal(BayPresence.Occupied, _rig.TakeBay);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        _rig.Pass(2);
        EventRecord ended = new();
        _rig.Node.Journal.FindLast(EventKind.SwapEnded, ended);
        Assert.Equal(0, ended.Value);
    }
}
