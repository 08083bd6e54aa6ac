using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>High voltage that comes on after the lock has begun to open.</summary>
public sealed class LaneVoltageTests
{
    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(Phase.Unlocking, "positive")]
    [InlineData(Phase.Lifting, "positive")]
    [InlineData(Phase.Lifting, "negative")]
    [InlineData(Phase.Lifting, "voltage")]
    [InlineData(Phase.Mating, "negative")]
    [InlineData(Phase.Locking, "voltage")]
    public void High_voltage_that_comes_on_before_the_new_pack_is_locked_holds_the_swap(Phase phase, string sign)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.ConnectorMated = true;
        Live(sign, on: true);
        _rig.RunTo(Phase.Held);
        Assert.Equal(Fault.HighVoltageOn, _rig.Fault);
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
        Live(sign, on: false);
        _rig.Pass(4);
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
    }

    [Theory]
    [InlineData(Phase.Verifying)]
    [InlineData(Phase.Withdrawing)]
    public void High_voltage_behind_a_closed_lock_does_not_hold_the_hoist_there(Phase phase)
    {
        _rig.DriveTo(phase);
        Live("positive", on: true);
        _rig.DriveTo(Phase.Releasing);
    }

    [Theory]
    [InlineData(Drive.Unlock)]
    [InlineData(Drive.Lift)]
    [InlineData(Drive.Place)]
    public void By_hand_nothing_parts_a_connector_that_is_live(Drive drive)
    {
        const Facts seen = Facts.ReleasePermitted | Facts.HighVoltageOff | Facts.LockOpen | Facts.HoistGrips
            | Facts.ConnectorMated;
        Assert.Equal(drive, Interlocks.ByHand(drive, seen));
        Assert.Equal(Drive.None, Interlocks.ByHand(drive, seen | Facts.HighVoltageOn));
    }

    [Fact]
    public void Voltage_that_is_not_available_or_was_said_long_ago_is_no_high_voltage()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.Pack.BusSideRaw = 0xFFFF;
        _rig.Pass(20);
        Assert.Equal(Phase.Lifting, _rig.Phase);
        _rig.ConnectorMated = false;
        _rig.Pack.Positive = PackSt0.Closed;
        _rig.Pass(20);
        Assert.Equal(0, _rig.Node.Lane.Reading.LiveSigns);
    }

    private void Live(string sign, bool on)
    {
        _rig.Pack.Positive = on && sign == "positive" ? (uint)PackSt0.Closed : PackSt0.Open;
        _rig.Pack.Negative = on && sign == "negative" ? (uint)PackSt0.Closed : PackSt0.Open;
        _rig.Pack.BusSideRaw = on && sign == "voltage" ? 600 : 0;
    }
}
