using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A vehicle has left when it is not seen for long and nothing else says that it stands there.</summary>
public sealed class LanePresenceTests
{
    /// <summary>A second, the pass after it, and those of the debouncing.</summary>
    private const int Away = 25;

    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(1)]
    [InlineData(1200)]
    public void A_hidden_vehicle_that_stands_there_has_not_left(int passes)
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(20);
        _rig.PresenceHidden = true;
        _rig.Pass(passes);
        _rig.PresenceHidden = false;
        _rig.StoreBay = BayPresence.Empty;
        _rig.TakeBay = BayPresence.Occupied;
        _rig.Pass(600);
        Assert.Equal(Phase.Releasing, _rig.Phase);
        Assert.Single(Events(EventKind.SwapStarted));
    }

    [Theory]
    [InlineData(Phase.Positioning)]
    [InlineData(Phase.Releasing)]
    public void A_vehicle_that_is_not_seen_has_left_after_a_second(Phase phase)
    {
        _rig.Inputs.VehicleInPosition = phase != Phase.Positioning;
        _rig.DriveTo(phase);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(20);
        Assert.Equal(phase, _rig.Phase);
        _rig.Pass(2);
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Fact]
    public void A_vehicle_that_stands_in_position_moves_nothing_while_it_is_not_seen()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Pass(2);
        Assert.True(_rig.Drives.HasFlag(Drive.Lift));
        _rig.PresenceHidden = true;
        _rig.Pass();
        Assert.Equal((Phase.Held, Fault.VehicleUnprepared), (_rig.Phase, _rig.Fault));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_order_survives_a_vehicle_that_is_hidden_or_leaves_unserved(bool leaves)
    {
        byte[] order = Encoding.ASCII.GetBytes("ORDER-1");
        Assert.True(_rig.Node.Lane.Order.Set(order, order.Length));
        _rig.Inputs.VehicleInPosition = false;
        _rig.Inputs.PackOnVehicle = false;
        _rig.DriveTo(Phase.Positioning);
        _rig.PresenceHidden = !leaves;
        _rig.Inputs.VehiclePresent = !leaves;
        _rig.Pass(leaves ? Away : 1);
        _rig.PresenceHidden = false;
        _rig.Inputs.VehicleInPosition = _rig.Inputs.PackOnVehicle = true;
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        EventRecord[] ended = Events(EventKind.SwapEnded);
        Assert.Equal(leaves ? 2 : 1, ended.Length);
        Assert.Equal(SwapResult.Completed, ended[^1].Summary.Result);
        Assert.All(ended, end => Assert.Equal("ORDER-1", Encoding.ASCII.GetString(end.Order, 0, end.OrderLength)));

        // A served order is not served twice.
        _rig.DriveTo(Phase.Identifying);
        Assert.Equal(0, Events(EventKind.SwapStarted)[^1].OrderLength);
    }

    [Fact]
    public void A_restart_does_not_take_a_hidden_vehicle_for_gone()
    {
        _rig.DriveTo(Phase.Placing);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = false;
        Land();
        _rig.PresenceHidden = true;
        _rig.Restart();
        _rig.Pass(Away);
        _rig.Confirm();
        _rig.Pass(Away);
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Theory]
    [InlineData("position")]
    [InlineData("pack")]
    [InlineData("connector")]
    public void A_held_lane_is_not_left_while_one_sensor_sees_the_vehicle(string sensor)
    {
        _rig.DriveTo(Phase.Placing);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = false;
        Land();
        _rig.PresenceHidden = true;
        _rig.Inputs.VehicleInPosition = sensor == "position";
        _rig.Inputs.PackOnVehicle = sensor == "pack";
        _rig.ConnectorMated = sensor == "connector";
        _rig.Pass(Away);
        _rig.Confirm();
        _rig.Pass(Away);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.Inputs.VehicleInPosition = _rig.Inputs.PackOnVehicle = _rig.ConnectorMated = false;
        _rig.Pass(Away);
        _rig.Confirm();
        Assert.Equal(Phase.Idle, _rig.Phase);
    }

    [Theory]
    [InlineData(Phase.Positioning)]
    [InlineData(Phase.Accepting)]
    [InlineData(Phase.Stowing)]
    [InlineData(Phase.Verifying)]
    public void Another_identity_in_a_swap_holds_it_and_every_record_keeps_the_first(Phase phase)
    {
        _rig.Inputs.VehicleInPosition = phase != Phase.Positioning;
        _rig.Inputs.PackOnVehicle = phase != Phase.Positioning;
        _rig.DriveTo(phase);
        _rig.VinNow = LaneRig.NextVin;
        _rig.Pass(15);
        Assert.Equal((Phase.Held, Fault.OtherVehicle), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        Assert.All(SwapEvents.Of(_rig.Node.Journal).Where(record => record.VehicleLength > 0),
            record => Assert.Equal(LaneRig.Vin, Name(record)));
    }

    [Fact]
    public void The_tag_of_a_neighbour_holds_the_swap_and_ends_it_under_its_own_name()
    {
        LaneRig rig = new("LOADER-1", WheelLoader.Profile());
        rig.Inputs.TagLength = Encoding.ASCII.GetBytes("LOADER-1", rig.Inputs.Tag);
        rig.DriveTo(Phase.Stowing);
        Encoding.ASCII.GetBytes("LOADER-9", rig.Inputs.Tag);
        rig.Pass(3);
        Assert.Equal((Phase.Held, Fault.OtherVehicle), (rig.Phase, rig.Fault));
        Encoding.ASCII.GetBytes("LOADER-1", rig.Inputs.Tag);
        rig.Pass(3);
        rig.Confirm();
        rig.DriveTo(Phase.Releasing);
        rig.Leave();
        Assert.All(SwapEvents.Of(rig.Node.Journal).Where(record => record.VehicleLength > 0),
            record => Assert.Equal("LOADER-1", Name(record)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_vehicle_that_leaves_a_held_lane_ends_its_swap_and_the_next_one_begins_its_own(bool aborted)
    {
        _rig.DriveTo(Phase.Verifying);
        _rig.Inputs.AbortPressed = aborted;
        _rig.Inputs.SafetyChainClosed = aborted;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = false;
        _rig.Inputs.SafetyChainClosed = true;
        uint first = _rig.Node.Lane.RequestId;
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        Assert.Equal((Phase.Held, 0u), (_rig.Phase, _rig.Node.Lane.RequestId));
        EventRecord end = Assert.Single(Events(EventKind.SwapEnded));
        Assert.Equal((first, LaneRig.Vin, aborted ? SwapResult.Aborted : SwapResult.VehicleLeft),
            (end.RequestId, Name(end), end.Summary.Result));
        Assert.Equal(first, Assert.Single(Events(EventKind.SwapOrphaned)).RequestId);
        TakeInNext();
        Assert.Equal(2, Events(EventKind.SwapEnded).Length);
        AssertApart();
    }

    [Fact]
    public void A_vehicle_that_came_while_the_node_was_off_begins_a_swap_of_its_own()
    {
        _rig.DriveTo(Phase.Verifying);
        _rig.Pass(3);
        _rig.Restart();
        TakeInNext();
        Assert.Equal(SwapResult.VehicleLeft, Events(EventKind.SwapEnded)[0].Summary.Result);
        AssertApart();
    }

    [Fact]
    public void A_swap_whose_vehicle_has_left_stays_over_after_a_restart()
    {
        _rig.DriveTo(Phase.Verifying);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        _rig.Restart();
        _rig.Pass(Away);
        Assert.Equal((Phase.Held, 0u, false), (_rig.Phase, _rig.Node.Lane.RequestId, _rig.Node.Lane.State.Aborted));
        Assert.Single(Events(EventKind.SwapEnded));
    }

    [Fact]
    public void A_pack_that_hangs_when_its_vehicle_has_left_is_still_taken_in_by_that_swap()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass(3);
        _rig.Inputs.AbortPressed = _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        Assert.Empty(Events(EventKind.SwapEnded));
        _rig.StoreBay = BayPresence.Occupied;
        _rig.Pass(10);
        _rig.Inputs.HoistLoaded = false;
        _rig.Pass(10);
        EventRecord end = Assert.Single(Events(EventKind.SwapEnded));
        Assert.Equal(end.RequestId, Assert.Single(Events(EventKind.BatteryIn)).RequestId);
    }

    /// <summary>Another vehicle with its own pack comes to the held lane, and a person confirms.</summary>
    private void TakeInNext()
    {
        _rig.VinNow = LaneRig.NextVin;
        _rig.PackCode = "0RJPEA00HAU0AAF130001777";
        _rig.SetLock(open: false);
        _rig.Inputs.HoistTongueLocked = _rig.Inputs.HoistPinSeated = false;
        _rig.Inputs.HoistRaised = true;
        _rig.StoreBay = BayPresence.Empty;
        _rig.TakeBay = BayPresence.Occupied;
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(100);
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(Away);
        Assert.Equal(Phase.Idle, _rig.Phase);
        Assert.Equal(SwapResult.Completed, Events(EventKind.SwapEnded)[^1].Summary.Result);
    }

    /// <summary>No two vehicles in the records of one request.</summary>
    private void AssertApart() => Assert.All(
        SwapEvents.Of(_rig.Node.Journal).Where(record => record.RequestId != 0 && record.VehicleLength > 0)
            .GroupBy(record => record.RequestId),
        swap => Assert.Single(swap.Select(Name).Distinct()));

    private static string Name(EventRecord record) => Encoding.ASCII.GetString(record.Vehicle, 0, record.VehicleLength);

    /// <summary>A person has set the hanging pack down on the vehicle; it is not locked.</summary>
    private void Land()
    {
        _rig.Inputs.HoistRaised = _rig.Inputs.HoistLoaded = false;
        _rig.Inputs.HoistTongueLocked = _rig.Inputs.HoistPinSeated = false;
        _rig.Inputs.PackOnVehicle = _rig.Inputs.PackInPlace1 = _rig.Inputs.PackInPlace2 = true;
        _rig.ConnectorMated = true;
    }

    private EventRecord[] Events(EventKind kind) =>
        [.. SwapEvents.Of(_rig.Node.Journal).Where(record => record.Kind == kind)];
}
