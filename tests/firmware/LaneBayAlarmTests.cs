using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What the two bays of a swap, and all others, say while it is under way.</summary>
public sealed class LaneBayAlarmTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_take_bay_that_raises_an_alarm_in_mid_swap_is_not_fetched_from_and_an_abort_puts_the_old_pack_back()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.TakeBayHealthy = false;
        _rig.Pass(5);
        Assert.Equal((Phase.Held, Fault.TakeBayAlarm), (_rig.Phase, _rig.Fault));
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        _rig.Inputs.AbortPressed = false;
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal((0, 0), (Count(EventKind.BatteryIn), Count(EventKind.BatteryOut)));
    }

    [Theory]
    [InlineData(Phase.Gripping, Phase.Held)]
    [InlineData(Phase.Lifting, Phase.Held)]
    [InlineData(Phase.Stowing, Phase.Held)]
    [InlineData(Phase.Fetching, Phase.Fetching)]
    public void An_alarm_in_the_store_bay_holds_a_swap_until_the_old_pack_is_in_it(Phase phase, Phase then)
    {
        _rig.DriveTo(phase);
        _rig.StoreBayHealthy = false;
        _rig.Pass(5);
        Assert.Equal(then, _rig.Phase);
        Assert.Equal(then == Phase.Held ? Fault.StoreBayAlarm : Fault.None, _rig.Fault);
    }

    [Theory]
    [InlineData(Phase.Lifting)]
    [InlineData(Phase.Fetching)]
    public void An_alarm_in_the_take_bay_holds_a_swap_within_two_passes_of_its_report(Phase phase)
    {
        _rig.DriveTo(phase);
        _rig.Pass(2);
        _rig.TakeBayHealthy = false;
        _rig.Pass(1 + (BayStatusFrame.PeriodMs / 50));
        Assert.Equal((Phase.Held, Fault.TakeBayAlarm), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
    }

    [Fact]
    public void The_old_pack_is_not_brought_to_a_bay_whose_charger_is_on()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.StoreBayPowerOff = false;
        for (int i = 0; i < 200; i++)
        {
            _rig.Pass();
            _rig.Obey();
        }

        Assert.Equal((Phase.Lifting, false), (_rig.Phase, _rig.Node.Lane.Reading.StoreBayReady));
        _rig.StoreBayPowerOff = true;
        _rig.DriveTo(Phase.Stowing);
    }

    [Fact]
    public void A_pack_with_the_serial_number_of_the_old_one_is_not_planned()
    {
        // Of another maker, with the same last seven digits.
        _rig.PackCode = "0RJPEB00HAU0AAF130001002";
        _rig.DriveTo(Phase.Choosing);
        _rig.Pass(100);
        Assert.Equal((Phase.Choosing, 0), (_rig.Phase, _rig.Node.Lane.Bays.TakeBay));
        Assert.Equal(1, _rig.Node.Lane.Bays.TakeChoice.Count(PassedOver.SameSerial));
        _rig.TakeSerial = 1003;
        _rig.DriveTo(Phase.Gripping);
    }

    [Fact]
    public void A_bay_whose_life_counter_stands_still_is_not_heard()
    {
        BayView bay = new();
        for (int time = 0; time <= 2_000; time += BayStatusFrame.PeriodMs)
        {
            bay.Take(new BayStatusFrame { Bay = 1, Life = 7, ReservedBy = time / 1_000 }, 0, time);
        }

        Assert.False(bay.IsFresh(2_000));
        Assert.Equal(0, bay.Last.ReservedBy);
        bay.Take(new BayStatusFrame { Bay = 1, Life = 8 }, 0, 2_200);
        Assert.True(bay.IsFresh(2_200));
    }

    [Theory]
    [InlineData(Phase.Idle, 1)]
    [InlineData(Phase.Unlocking, 2)]
    [InlineData(Phase.Placing, 3)]
    public void Smoke_in_any_bay_of_the_station_is_an_emergency_of_the_lane_also_when_that_bay_falls_silent(
        Phase phase, int bay)
    {
        if (phase != Phase.Idle)
        {
            _rig.DriveTo(phase);
        }

        _rig.SmokyBay = bay;
        _rig.Pass(5);
        Assert.Equal((Phase.Stopped, Fault.BaySmoke), (_rig.Phase, _rig.Fault));
        Assert.Equal(Drive.HoldVehicle | Drive.CallPerson | Drive.SoundAlarm, _rig.Drives);
        _rig.BaysTalk = false;
        _rig.Pass(100);
        _rig.Confirm();
        Assert.Equal(Phase.Stopped, _rig.Phase);
        _rig.BaysTalk = true;
        _rig.SmokyBay = 0;
        _rig.Pass(10);
        _rig.Confirm();
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void A_pack_that_was_exchanged_in_its_bay_after_it_was_planned_is_not_fetched()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.TakeSerial = 777;
        _rig.StoreBay = BayPresence.Occupied;
        _rig.Inputs.HoistLoaded = false;
        _rig.Pass(5000);
        Assert.Equal((Phase.Held, Fault.NewPackNotReady), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void A_store_bay_that_fills_up_meanwhile_is_not_stowed_into_and_the_pack_goes_back()
    {
        _rig.DriveTo(Phase.Lifting);
        _rig.StoreBay = BayPresence.Contradictory;
        _rig.Pass(8);
        _rig.Inputs.PackOnVehicle = _rig.Inputs.PackInPlace1 = _rig.Inputs.PackInPlace2 = _rig.ConnectorMated = false;
        _rig.Inputs.HoistLoaded = true;
        _rig.Pass(2000);
        _rig.RunTo(Phase.Placing);
        Assert.Equal(Fault.StoreBayNotReady, _rig.Fault);
    }

    private int Count(EventKind kind)
    {
        _rig.Pass(2);
        return SwapEvents.Of(_rig.Node.Journal).Count(record => record.Kind == kind);
    }
}
