using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The walk of a technician through a lane node, over the embedded broker.</summary>
public sealed class CommissionTests(ITestOutputHelper output)
{
    private static readonly CommissionPlan Plan = new(CommissionRig.Lane);

    [Fact]
    public void A_technician_who_does_what_is_said_at_a_sound_station_passes_every_step()
    {
        using CommissionRig rig = new();
        CommissionReport report = rig.Walk(Plan);
        output.WriteLine(report.Text(new CommissionTexts(chinese: false)));
        Assert.Equal(
            [], report.Results.Where(step => step.Outcome == CommissionOutcome.Failed).Select(step => step.Step));
        Assert.Equal(ExitCode.Passed, report.Exit);
        Assert.Equal(
            CommissionWalk.GroupNames,
            report.Results.Select(step => step.Step.Split('/')[0]).Distinct());
        Assert.Equal(6, report.Results.Count(step => step.Step.StartsWith("swap/", StringComparison.Ordinal)));
        Assert.Equal(Drive.None, rig.DrivenByNobody);
        Assert.Equal(0, rig.City.Conflicts);
    }

    [Fact]
    public void Another_input_than_the_one_asked_for_fails_and_is_named()
    {
        using CommissionRig rig = new();
        rig.Technician.Mistake = (LaneSensor.HoistReady, LaneSensor.HandbrakeOn);
        CommissionPlan plan = Plan with { Step = "inputs/hoist-ready", WaitMs = 8_000 };
        CommissionResult step = Assert.Single(rig.Walk(plan).Results);
        Assert.Equal(("inputs/hoist-ready", CommissionOutcome.Failed), (step.Step, step.Outcome));
        Assert.Contains("instead: handbrake-on", step.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dead_sensor_fails_its_step_alone_and_the_step_repeated_takes_its_place_in_the_report()
    {
        using CommissionRig rig = new();
        rig.Io.Dead = LaneSensor.PackInPlace2;
        CommissionReport report = rig.Walk(Plan with { Step = "inputs", WaitMs = 8_000 });
        CommissionResult failed = Assert.Single(report.Results, step => step.Outcome != CommissionOutcome.Passed);
        Assert.Equal("inputs/pack-in-place2", failed.Step);
        Assert.Contains("stayed", failed.Seen, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, report.Exit);
        rig.Io.Dead = LaneSensor.None;
        CommissionReport again = rig.Walk(Plan with { Step = failed.Step });
        CommissionReport whole = again.After(Assert.IsType<CommissionReport>(CommissionReport.Read(report.Json())));
        Assert.Equal(ExitCode.Passed, whole.Exit);
        Assert.Equal(report.Results.Select(step => step.Step), whole.Results.Select(step => step.Step));
    }

    [Fact]
    public void A_bus_without_frames_fails_with_a_word_on_its_termination_and_its_pack_is_missed()
    {
        using CommissionRig rig = new(silent: true);
        CommissionResult can = Assert.Single(rig.Walk(Plan with { Step = "can" }).Results);
        Assert.Equal(CommissionOutcome.Failed, can.Outcome);
        Assert.Contains("swap pack: nothing is heard", can.Seen, StringComparison.Ordinal);
        Assert.Contains("60 ohms", can.Seen, StringComparison.Ordinal);
        Assert.Equal(
            CommissionOutcome.Failed, Assert.Single(rig.Walk(Plan with { Step = "bms" }).Results).Outcome);
    }

    [Fact]
    public void A_drive_whose_interlock_speaks_against_it_is_no_swap_and_the_missing_fact_is_named()
    {
        using CommissionRig rig = new();
        CommissionResult step = Assert.Single(rig.Walk(Plan with { Step = "swap/lift", WaitMs = 8_000 }).Results);
        Assert.Equal(CommissionOutcome.Failed, step.Outcome);
        Assert.Contains("lock open", step.Seen, StringComparison.Ordinal);
        step = Assert.Single(rig.Walk(Plan with { Step = "outputs/lift", WaitMs = 8_000 }).Results);
        Assert.Equal(CommissionOutcome.Passed, step.Outcome);
    }

    [Fact]
    public void Another_button_than_the_one_asked_for_fails_and_is_named()
    {
        using CommissionRig rig = new();
        rig.Technician.WrongButton = (Drive.Unlock, Drive.Lock);
        CommissionResult step = Assert.Single(rig.Walk(Plan with { Step = "outputs/unlock", WaitMs = 8_000 }).Results);
        Assert.Equal(CommissionOutcome.Failed, step.Outcome);
        Assert.Contains("Another button was seen: lock", step.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_nobody_brings_into_maintenance_ends_the_walk_with_42()
    {
        using CommissionRig rig = new();
        rig.Technician.Absent = true;
        CommissionReport report = rig.Walk(Plan with { WaitMs = 10_000 });
        Assert.Equal(ExitCode.TimedOut, report.Exit);
        Assert.Equal(CommissionOutcome.TimedOut, Assert.Single(report.Results).Outcome);
        Assert.Contains(rig.Technician.Heard, said => said.Contains("key switch on", StringComparison.Ordinal));
    }

    [Fact]
    public void A_node_that_is_not_there_ends_the_walk_with_42()
    {
        using CommissionRig rig = new();
        Assert.Equal(ExitCode.TimedOut, rig.Walk(new CommissionPlan("demo/truck-1/lane-2")).Exit);
    }

    [Fact]
    public void At_a_bay_node_the_key_of_one_bay_is_enough_and_a_contactor_that_does_not_close_fails()
    {
        using CommissionRig rig = new();
        rig.World.Bays[0].Operator.KeySwitchOn = true;
        CommissionPlan plan = new("demo/truck-1/bays-1", WaitMs: 30_000);
        foreach (string step in (string[])["can", "bms", "sensors", "outputs/2-charge"])
        {
            CommissionResult result = Assert.Single(rig.Walk(plan with { Step = step }).Results);
            Assert.True(result.Outcome == CommissionOutcome.Passed, $"{step}: {result.Seen}");
        }

        CommissionResult empty = Assert.Single(rig.Walk(plan with { Step = "outputs/1-charge" }).Results);
        Assert.Equal((CommissionOutcome.Failed, "no charge permit, contactor open"), (empty.Outcome, empty.Seen));
        Assert.Empty(rig.Walk(plan with { Step = "swap" }).Results);
    }

    [Fact]
    public void Every_input_drive_and_outcome_has_its_text_in_both_languages()
    {
        Sighting lane = Node(0);
        Sighting cabinet = Node(0, 1, 8);
        Sighting bays = Node(1, 2);
        Assert.All(
            (Sighting[])[lane, cabinet, bays],
            node => Assert.All(InputPoint.Of(node, 16), point => Assert.Contains(point.Key, CommissionTexts.Table)));
        Assert.All(
            Enum.GetValues<CommissionOutcome>(), one => Assert.Contains($"outcome.{one}", CommissionTexts.Table));
        Assert.All(CommissionTexts.Table, text =>
        {
            Assert.True(text.Value.English.All(char.IsAscii), text.Key);
            Assert.True(text.Value.Chinese.Any(letter => letter >= 0x4E00), text.Key);
        });
        Assert.Equal(24 + 32, InputPoint.Of(lane, 16).Count);
    }

    [Fact]
    public void The_report_can_be_read_again_and_what_is_none_is_refused()
    {
        CommissionReport report = new("a/b/c",
        [
            new CommissionResult("can", CommissionOutcome.NotJudged, "all \"heard\"", "60 Ω 欧", 5),
            new CommissionResult("bms", CommissionOutcome.TimedOut, "", "", 6),
        ]);
        CommissionReport read = Assert.IsType<CommissionReport>(CommissionReport.Read(report.Json()));
        Assert.Equal(report.Results, read.Results);
        Assert.Null(CommissionReport.Read("{}"));
        Assert.Null(CommissionReport.Read("no"));
    }

    private static Sighting Node(params int[] places) => new(
        Phase.Maintenance, Fault.None, Drive.None, Drive.None, Drive.None, Drive.None, Fact.None,
        [.. places.Select(place => new LevelsSeen(place, 0, 0, ulong.MaxValue))], [], []);
}
