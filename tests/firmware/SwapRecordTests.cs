using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a lane's journal says of a swap, whichever way it ends.</summary>
public sealed class SwapRecordTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_completed_swap_has_both_halves_and_its_end_under_one_request_id()
    {
        SwapWhole();
        EventRecord started = Only(EventKind.SwapStarted);
        EventRecord comesIn = Only(EventKind.BatteryIn);
        EventRecord goesOut = Only(EventKind.BatteryOut);
        EventRecord ended = Only(EventKind.SwapEnded);
        Assert.NotEqual(0u, started.RequestId);
        Assert.All([comesIn, goesOut, ended], record => Assert.Equal(started.RequestId, record.RequestId));
        Assert.All([comesIn, goesOut, ended],
            record => Assert.Equal(LaneRig.Vin, Ascii.Read(record.Vehicle, 0, record.VehicleLength)));
        Assert.Equal((LaneRig.OldCode, 1), (Code(comesIn), comesIn.Bay));
        Assert.Equal((LaneRig.NewCode, 2), (Code(goesOut), goesOut.Bay));
        Assert.Equal((SwapResult.Completed, 1, 0), (ended.Summary.Result, ended.Value, ended.Fault));
        Assert.Equal((1, 2, 1), (ended.StoreBay, ended.TakeBay, ended.Pack));
        Assert.DoesNotContain(Events(), record => record.Kind == EventKind.SwapOrphaned);
    }

    [Fact]
    public void Its_steps_are_those_of_the_journal_with_their_limits_and_add_up_to_the_whole()
    {
        SwapWhole();
        SwapSummary summary = Only(EventKind.SwapEnded).Summary;
        SwapTable table = new(TopLiftTruck.Profile());
        EventRecord[] steps = [.. Events().Where(
            record => record.Kind == EventKind.SwapStep && record.PreviousPhase != (int)Phase.Idle)];
        Assert.Equal(16, summary.StepCount);
        for (int i = 0; i < summary.StepCount; i++)
        {
            EventRecord[] own = [.. steps.Where(step => step.PreviousPhase == summary.StepPhase[i])];
            Assert.Equal(own.Length, summary.StepTries[i]);
            Assert.Equal(own.Sum(step => step.DurationMs), summary.StepMs[i]);
            Assert.Equal(table.LimitMs[summary.StepPhase[i]], summary.StepLimitMs[i]);
        }

        EventRecord ended = Only(EventKind.SwapEnded);
        Assert.Equal(ended.DurationMs, summary.StepMs.Sum());
        Assert.Equal(ended.UptimeMs - Only(EventKind.SwapStarted).UptimeMs, ended.DurationMs);
        Assert.Equal(360_000, ended.LimitMs);
        Assert.Equal("top-lift-truck", Ascii.Read(summary.Profile, 0, summary.ProfileLength));
        Assert.Equal(1, summary.ProfileVersion);
        Assert.Equal((0, 0, Issuer.None), (summary.Held, summary.Confirmed, summary.ConfirmedBy));
    }

    [Fact]
    public void The_order_is_in_the_beginning_and_the_end_also_after_a_restart_and_counts_for_one_swap()
    {
        byte[] order = new byte[33];
        Assert.False(_rig.Node.Lane.Order.Set(order, 33));
        Assert.True(_rig.Node.Lane.Order.Set(order, Ascii.Write("B-2026-0042", order, 0)));
        _rig.DriveTo(Phase.Verifying);
        _rig.Pass(3);
        _rig.Restart();
        _rig.Pass(40);
        _rig.Confirm();
        Finish();
        Assert.Equal("B-2026-0042", Order(Only(EventKind.SwapStarted)));
        Assert.Equal("B-2026-0042", Order(Only(EventKind.SwapEnded)));
        _rig.Inputs.VehiclePresent = true;
        _rig.RunTo(Phase.Identifying);
        _rig.Pass(3);
        Assert.Equal("", Order(Events().Last(record => record.Kind == EventKind.SwapStarted)));
    }

    [Fact]
    public void A_swap_that_a_restart_interrupted_keeps_its_packs_its_times_and_counts_the_restart_and_who_confirmed()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Pass(3);
        _rig.Restart();
        _rig.Pass(40);
        _rig.Confirm();
        _rig.Pass(3);
        Finish();
        Assert.Equal(LaneRig.OldCode, Code(Only(EventKind.BatteryIn)));
        EventRecord ended = Only(EventKind.SwapEnded);
        Assert.Equal(SwapResult.Completed, ended.Summary.Result);
        Assert.Equal(
            (1, 1, Issuer.Local), (ended.Summary.Restarts, ended.Summary.Confirmed, ended.Summary.ConfirmedBy));
        Assert.Equal(1, ended.Summary.Held);
        Assert.Equal(Events().Where(record => record.Kind == EventKind.SwapStep
            && record.PreviousPhase != (int)Phase.Idle).Sum(step => step.DurationMs), ended.DurationMs);
    }

    [Fact]
    public void Energies_are_those_that_each_pack_itself_has_said()
    {
        _rig.DriveTo(Phase.Choosing);
        _rig.Say(Energy4.Id, [0x10, 0, 0, 0, 0x20, 0, 0, 0]);
        _rig.Say(Energy2.Id, [1, 0, 0, 0x30, 0, 0, 0, 0]);
        SwapWhole();
        EventRecord comesIn = Only(EventKind.BatteryIn);
        Assert.Equal((16, 32, 48),
            (comesIn.ChargedTenthKwh, comesIn.DischargedTenthKwh, comesIn.SwapChargedTenthKwh));
        EventRecord goesOut = Only(EventKind.BatteryOut);
        Assert.Equal((-1, -1, -1),
            (goesOut.ChargedTenthKwh, goesOut.DischargedTenthKwh, goesOut.SwapChargedTenthKwh));
        Assert.Equal(-1, Only(EventKind.SwapEnded).Summary.MileageTenthKm);
    }

    [Fact]
    public void Mileage_is_that_of_the_vehicle_of_this_swap_and_of_no_other()
    {
        _rig.Inputs.MileageKnown = true;
        _rig.Inputs.MileageTenthKm = 999;
        _rig.Pass(5);
        _rig.Inputs.MileageTenthKm = 1_234_567;
        _rig.DriveTo(Phase.Verifying);
        _rig.Inputs.MileageKnown = false;
        SwapWhole();
        Assert.Equal(1_234_567, Only(EventKind.SwapEnded).Summary.MileageTenthKm);
        _rig.Inputs.MileageKnown = true;
        _rig.Leave();
        _rig.Pass(30);
        _rig.Inputs.MileageKnown = false;
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        EventRecord ended = new();
        _rig.Node.Journal.FindLast(EventKind.SwapEnded, ended);
        Assert.Equal(-1, ended.Summary.MileageTenthKm);
    }

    [Fact]
    public void A_vehicle_that_drives_away_before_anything_moved_was_not_served()
    {
        _rig.DriveTo(Phase.Identifying);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        Assert.Equal(SwapResult.NotServed, Ended().Summary.Result);
    }

    [Fact]
    public void A_vehicle_that_leaves_with_its_swap_held_after_stowing_leaves_an_orphan_behind()
    {
        _rig.DriveTo(Phase.Fetching);
        _rig.Inputs.AbortPressed = true;
        _rig.RunTo(Phase.Held);
        _rig.Inputs.AbortPressed = false;
        _rig.Inputs.VehiclePresent = false;
        _rig.Inputs.HoistLoaded = false;
        _rig.Pass(25);
        _rig.Confirm();
        _rig.RunTo(Phase.Idle);
        EventRecord ended = Ended();
        Assert.Equal((SwapResult.Aborted, 0), (ended.Summary.Result, ended.Value));
        Assert.Equal((int)Fault.AbortPressed, ended.Fault);
        EventRecord orphan = Only(EventKind.SwapOrphaned);
        Assert.Equal((ended.RequestId, 1, 1), (orphan.RequestId, orphan.Value, orphan.Bay));
        Assert.Equal((LaneRig.OldCode, 1001u), (Code(orphan), orphan.PackSerial));
    }

    [Fact]
    public void A_power_cut_at_any_byte_of_the_last_writes_loses_no_half_no_end_and_doubles_none()
    {
        int whole = Lengths(new LaneRig(), int.MaxValue);
        Assert.InRange(whole, 300, 3000);
        for (int cut = 0; cut <= whole; cut++)
        {
            LaneRig rig = new();
            Lengths(rig, cut);
            rig.Store.BytesLeft = int.MaxValue;
            rig.Restart();
            rig.Pass(40);
            if (rig.Phase == Phase.Held)
            {
                rig.Confirm();
                rig.RunTo(Phase.Idle);
            }

            rig.Pass(3);
            EventRecord[] events = SwapEvents.Of(rig.Node.Journal);
            Assert.Single(events, record => record.Kind == EventKind.BatteryIn);
            Assert.Single(events, record => record.Kind == EventKind.SwapOrphaned);
            Assert.Single(events, record => record.Kind == EventKind.SwapEnded);
        }
    }

    [Fact]
    public void Maintenance_and_a_closed_lane_are_no_swaps()
    {
        _rig.Inputs.KeySwitchOn = true;
        _rig.Inputs.MaintenanceSelected = true;
        _rig.Confirm();
        _rig.RunTo(Phase.Maintenance);
        _rig.Inputs.MaintenanceSelected = false;
        _rig.RunTo(Phase.Held);
        _rig.Pass(25);
        _rig.Confirm();
        _rig.RunTo(Phase.Idle);
        _rig.Pass(3);
        Assert.DoesNotContain(Events(),
            record => record.Kind is EventKind.SwapStarted or EventKind.SwapEnded || record.RequestId != 0);
    }

    /// <summary>Takes a swap whose old pack is stowed to its end without a new one; bytes written meanwhile.</summary>
    private static int Lengths(LaneRig rig, int bytes)
    {
        rig.DriveTo(Phase.Fetching);
        rig.Pass(3);
        rig.Inputs.AbortPressed = true;
        rig.RunTo(Phase.Held);
        rig.Pass(3);
        rig.Inputs.AbortPressed = false;
        rig.Inputs.VehiclePresent = false;
        rig.Inputs.HoistLoaded = false;
        int before = rig.Store.Used;
        rig.Store.BytesLeft = bytes;
        rig.Pass(25);
        rig.Confirm();
        rig.Pass(3);
        return rig.Store.Used - before;
    }

    private void SwapWhole()
    {
        _rig.DriveTo(Phase.Releasing);
        Finish();
    }

    private void Finish()
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        _rig.Pass(3);
    }

    private EventRecord Ended()
    {
        _rig.Pass(3);
        return Only(EventKind.SwapEnded);
    }

    private EventRecord[] Events() => SwapEvents.Of(_rig.Node.Journal);

    private EventRecord Only(EventKind kind) => Assert.Single(Events(), record => record.Kind == kind);

    private static string Code(EventRecord record) => Ascii.Read(record.PackCode, 0, record.PackCodeLength);

    private static string Order(EventRecord record) => Ascii.Read(record.Order, 0, record.OrderLength);
}
