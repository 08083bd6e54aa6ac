using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>What the meter of reactions must count, shown to it by hand.</summary>
public sealed class ReactionMeterTests
{
    private readonly ReactionMeter _meter = new();

    [Fact]
    public void A_reaction_is_counted_in_passes_from_the_first_that_read_its_cause()
    {
        _meter.Take(ReactionCause.GripLost, stands: false, on: true);
        _meter.Take(ReactionCause.GripLost, stands: true, on: true);
        _meter.Take(ReactionCause.GripLost, stands: true, on: true);
        _meter.Take(ReactionCause.GripLost, stands: true, on: false);
        Assert.Equal((3, 1L), (_meter.Tally.Worst, _meter.Tally.CountOf(ReactionCause.GripLost)));
        Assert.Equal(ReactionCause.GripLost, _meter.Tally.WorstOf);
    }

    [Fact]
    public void What_was_off_before_its_cause_came_is_no_reaction()
    {
        _meter.Take(ReactionCause.FireAlarm, stands: false, on: false);
        _meter.Take(ReactionCause.FireAlarm, stands: true, on: false);
        Assert.Equal((0, 0L), (_meter.Tally.Worst, _meter.Tally.Counted));
    }

    [Fact]
    public void What_is_given_while_its_cause_stands_has_outlasted_all_its_passes()
    {
        for (int pass = 0; pass < 9; pass++)
        {
            _meter.Take(ReactionCause.AbortPressed, stands: true, on: false);
        }

        _meter.Take(ReactionCause.AbortPressed, stands: true, on: true);
        Assert.Equal(11, _meter.Tally.Worst);
    }

    [Fact]
    public void A_life_whose_worst_reaction_is_over_two_passes_has_failed()
    {
        LifeResult well = Life.Run(3);
        Assert.Null(well.Failure);
        ReactionTally late = new();
        late.Count(ReactionCause.LockFrameLost, 3);
        LifeResult failed = well with { Reactions = late };
        Assert.Equal("lock frame lost: in pass 3 still on", failed.Failure);
        using StringWriter output = new();
        ChaosReport report = new([well, failed], TimeSpan.FromSeconds(1));
        report.Show(new Sheet(output, terminal: false));
        Assert.Same(failed, Assert.Single(report.Failed));
        Assert.Contains("lock frame lost: in pass 3 still on", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReactionCause.SafetyChainOpen, Drive.Stow)]
    [InlineData(ReactionCause.SafetyChainOpen, Drive.ReleaseVehicle)]
    [InlineData(ReactionCause.FireAlarm, Drive.Fetch)]
    [InlineData(ReactionCause.AbortPressed, Drive.Grip)]
    [InlineData(ReactionCause.AbortPressed, Drive.ReleaseVehicle)]
    [InlineData(ReactionCause.DriverAborts, Drive.Lock)]
    [InlineData(ReactionCause.VehicleUnprepared, Drive.Lift)]
    [InlineData(ReactionCause.ReleaseNotPermitted, Drive.Unlock)]
    [InlineData(ReactionCause.GripLost, Drive.Place)]
    [InlineData(ReactionCause.PackHangs, Drive.Withdraw)]
    [InlineData(ReactionCause.LockPinsNotOpen, Drive.Lift)]
    [InlineData(ReactionCause.LockPinsNotClosed, Drive.ReleaseVehicle)]
    [InlineData(ReactionCause.LockPinsContradict, Drive.Withdraw)]
    [InlineData(ReactionCause.ConnectorNotMated, Drive.Lock)]
    [InlineData(ReactionCause.BaySilent, Drive.Fetch)]
    public void Each_level_is_held_against_what_it_forbids(ReactionCause cause, Drive drive)
    {
        SwapProfile profile = BottomSwapCar.Profile();
        LaneReactions reactions = new(profile);
        LaneInputs seen = Well(closed: drive is Drive.Withdraw or Drive.ReleaseVehicle or Drive.Lock);
        Speak(seen, cause);
        int bay = cause == ReactionCause.BaySilent ? 2 : 0;
        reactions.Advance(10_000);
        reactions.Take(seen, drive, byHand: false, storeBay: bay, takeBay: 0);
        Assert.Equal(2, reactions.Meter.Tally.WorstPasses(cause));
        reactions.Take(seen, Drive.HoldVehicle, byHand: false, storeBay: bay, takeBay: 0);
        Assert.Equal(1, reactions.Meter.Tally.CountOf(cause));
    }

    [Fact]
    public void A_lock_frame_that_no_longer_comes_is_held_against_motion_once_it_is_stale()
    {
        LaneReactions reactions = new(TopLiftTruck.Profile());
        LaneInputs seen = Well(closed: false);
        CanFrame frame = new() { Id = LockFrame.Id, Length = 8 };
        for (int time = 100; time <= 1_000; time += 100)
        {
            LockFrame.Life.WriteRaw(frame.Data, (uint)(time / 100));
            LockFrame.LockPin.Write(frame.Data, LockFrame.Unlocked);
            frame.TimeMs = time;
            reactions.HearPack(frame);
        }

        reactions.Advance(1_000);
        reactions.Take(seen, Drive.Stow, byHand: false, 0, 0);
        Assert.Equal(0, reactions.Meter.Tally.WorstPasses(ReactionCause.LockFrameLost));
        reactions.Advance(1_400);
        reactions.Take(seen, Drive.Stow, byHand: false, 0, 0);
        reactions.Take(seen, Drive.None, byHand: false, 0, 0);
        Assert.Equal(2, reactions.Meter.Tally.WorstPasses(ReactionCause.LockFrameLost));
    }

    [Theory]
    [InlineData(Drive.Lift, 2)]
    [InlineData(Drive.Place, 2)]
    [InlineData(Drive.Withdraw, 0)]
    public void A_main_relay_that_closes_is_held_against_what_opens_the_connector_or_makes_it(Drive drive, int passes)
    {
        LaneReactions reactions = new(TopLiftTruck.Profile());
        CanFrame frame = new() { Id = PackSt0.Id, Length = 8, TimeMs = 100 };
        PackSt0.MainNegative.WriteRaw(frame.Data, PackSt0.Closed);
        reactions.HearPack(frame);
        reactions.Advance(100);
        reactions.Take(Well(closed: true), drive, byHand: false, 0, 0);
        reactions.Take(Well(closed: true), Drive.None, byHand: false, 0, 0);
        Assert.Equal(passes, reactions.Meter.Tally.WorstPasses(ReactionCause.HighVoltageOn));
    }

    [Fact]
    public void What_a_bay_says_of_smoke_and_alarms_is_held_against_motion_and_work_with_it()
    {
        LaneReactions reactions = new(TopLiftTruck.Profile());
        CanFrame frame = new();
        BayStatusFrame status = new() { Source = 0x91, Bay = 2, Healthy = false, Smoke = true };
        Assert.True(status.Write(frame));
        reactions.Advance(100);
        reactions.Take(Well(closed: true), Drive.Stow, byHand: false, storeBay: 2, takeBay: 3);
        Assert.Equal(0, reactions.Meter.Tally.WorstPasses(ReactionCause.SmokeInAnyBay));
        reactions.HearLink(frame);
        reactions.Take(Well(closed: true), Drive.Stow, byHand: false, storeBay: 2, takeBay: 3);
        Assert.Equal(2, reactions.Meter.Tally.WorstPasses(ReactionCause.SmokeInAnyBay));
        Assert.Equal(2, reactions.Meter.Tally.WorstPasses(ReactionCause.StoreBayAlarm));
        Assert.Equal(0, reactions.Meter.Tally.WorstPasses(ReactionCause.TakeBayAlarm));
    }

    [Fact]
    public void A_permit_to_charge_is_held_against_smoke_and_a_pack_that_leaves()
    {
        Pins pins = new();
        BayReactions bay = new(pins, 1);
        BayInputs into = new();
        foreach (bool smoke in new[] { false, true })
        {
            pins.Smoke = smoke;
            bay.Read(0, into);
            bay.Write(0, true);
        }

        ReactionTally tally = bay.Tallies.Single();
        Assert.Equal((2, 0), (
            tally.WorstPasses(ReactionCause.SmokeInBay), tally.WorstPasses(ReactionCause.PackNotInBay)));
    }

    private static LaneInputs Well(bool closed) => new()
    {
        SafetyChainClosed = true, FireLoopClosed = true, ReleasePermitted = true, KeySwitchOn = true,
        VehiclePresent = true, VehicleInPosition = true, VehicleStill = true, HandbrakeOn = true, GearNeutral = true,
        HoistTongueLocked = true, HoistPinSeated = true, PackOnVehicle = true, ConnectorMated = true,
        LockOpenPoints = closed ? 0 : (1 << 10) - 1, LockClosedPoints = closed ? (1 << 10) - 1 : 0,
    };

    private static void Speak(LaneInputs seen, ReactionCause cause)
    {
        seen.SafetyChainClosed = cause != ReactionCause.SafetyChainOpen;
        seen.FireLoopClosed = cause != ReactionCause.FireAlarm;
        seen.AbortPressed = cause == ReactionCause.AbortPressed;
        seen.DriverAborts = cause == ReactionCause.DriverAborts;
        seen.HandbrakeOn = cause != ReactionCause.VehicleUnprepared;
        seen.ReleasePermitted = cause != ReactionCause.ReleaseNotPermitted;
        seen.HoistPinSeated = cause != ReactionCause.GripLost;
        seen.HoistLoaded = cause == ReactionCause.PackHangs;
        seen.LockOpenPoints &= cause == ReactionCause.LockPinsNotOpen ? ~4 : ~0;
        seen.LockClosedPoints &= cause == ReactionCause.LockPinsNotClosed ? ~4 : ~0;
        seen.LockOpenPoints |= cause == ReactionCause.LockPinsContradict ? 1 : 0;
        seen.ConnectorParted = cause == ReactionCause.ConnectorNotMated;
    }

    private sealed class Pins : IBayIo
    {
        public bool Smoke { get; set; }

        public void Read(int index, BayInputs into)
        {
            into.PackPresent = true;
            into.BayClear = false;
            into.SmokeLoopClosed = !Smoke;
        }

        public void Write(int index, bool chargePermitted)
        {
        }
    }
}
