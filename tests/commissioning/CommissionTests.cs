using System.Text.Json;
using System.Text.RegularExpressions;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.StationSettings;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The walk of a technician through a node of each kind, over the embedded broker.</summary>
public sealed partial class CommissionTests(ITestOutputHelper output)
{
    private static readonly CommissionPlan Plan = new(StationPlace.LaneNode);

    private readonly StationPlace _station = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_technician_who_does_what_is_said_at_a_sound_lane_passes_every_step(bool chinese)
    {
        StationPlace station = new(chinese);
        using CommissionRig rig = new(station);
        CommissionReport report = rig.Walk(Plan with { Chinese = chinese });
        AssertSound(report, chinese);
        Assert.Equal(
            CommissionWalk.GroupNames,
            report.Results.Select(step => step.Step.Split('/')[0]).Distinct());
        Assert.Equal(26, report.Results.Count(step => step.Step.StartsWith("inputs/", StringComparison.Ordinal)));
        Assert.Equal(6, report.Results.Count(step => step.Step.StartsWith("swap/", StringComparison.Ordinal)));
        Assert.Equal(
            ["certificates", "outputs/stow", "outputs/fetch", "signs/release-vehicle"], NotJudged(report));
        Assert.Equal(Drive.None, station.DrivenByNobody);
        Assert.Equal(0, rig.City.Conflicts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_technician_who_does_what_is_said_at_sound_bays_passes_every_step(bool chinese)
    {
        using CommissionRig rig = new(new StationPlace(chinese));
        CommissionReport report = rig.Walk(new CommissionPlan(StationPlace.BayNode, chinese));
        AssertSound(report, chinese);
        string[] inputs = ["pack-present", "bay-clear", "smoke-free", "confirm", "key"];
        Assert.Equal(
            [.. from bay in (int[])[1, 2] from input in inputs select $"inputs/{bay}-{input}",
                "outputs/1-charge", "outputs/2-charge"],
            report.Results.Select(step => step.Step).Where(step => step.Contains('/', StringComparison.Ordinal)));
        Assert.Equal(["certificates"], NotJudged(report));
        Assert.Empty(rig.Walk(new CommissionPlan(StationPlace.BayNode, Step: "swap")).Results);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_technician_who_does_what_is_said_at_a_sound_cabinet_passes_every_step(bool chinese)
    {
        CabinetPlace place = new(chinese);
        using CommissionRig rig = new(place);
        CommissionReport report = rig.Walk(new CommissionPlan(CabinetPlace.Node, chinese));
        AssertSound(report, chinese);
        Assert.Equal(
            (8 * 5) + 8, report.Results.Count(step => step.Step.StartsWith("inputs/", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(1, 8).SelectMany(door => new[] { $"outputs/{door}-charge", $"outputs/{door}-latch" }),
            report.Results.Select(step => step.Step)
                .Where(step => step.StartsWith("outputs/", StringComparison.Ordinal)));
        Assert.Equal(["certificates", "signs/release-vehicle"], NotJudged(report));
        Assert.Equal(1, place.Cabinet.MostOpen);
        Assert.Equal(0, rig.City.Conflicts);
    }

    [Fact]
    public void A_dead_sensor_fails_its_step_alone_and_the_step_repeated_takes_its_place_in_the_report()
    {
        using CommissionRig rig = new(_station);
        _station.Io.Dead = LaneSensor.PackInPlace2;
        CommissionReport report = rig.Walk(Plan with { Step = "inputs", WaitMs = 8_000 });
        CommissionResult failed = Assert.Single(report.Results, step => step.Outcome != CommissionOutcome.Passed);
        Assert.Equal("inputs/pack-in-place2", failed.Step);
        Assert.Equal(ExitCode.Failed, report.Exit);
        _station.Io.Dead = LaneSensor.None;
        CommissionReport again = rig.Walk(Plan with { Step = failed.Step });
        CommissionReport whole = again.After(Assert.IsType<CommissionReport>(CommissionReport.Read(report.Json())));
        Assert.Equal(ExitCode.Passed, whole.Exit);
        Assert.Equal(report.Results.Select(step => step.Step), whole.Results.Select(step => step.Step));
    }

    [Fact]
    public void A_node_that_nobody_brings_into_maintenance_ends_the_walk_with_42()
    {
        using CommissionRig rig = new(_station);
        _station.Technician.Absent = true;
        CommissionReport report = rig.Walk(Plan with { WaitMs = 10_000 });
        Assert.Equal(ExitCode.TimedOut, report.Exit);
        Assert.Equal(CommissionOutcome.TimedOut, Assert.Single(report.Results).Outcome);
        Assert.Contains(_station.Technician.Heard, said => said.Contains("key switch on", StringComparison.Ordinal));
    }

    [Fact]
    public void A_node_that_is_not_there_ends_the_walk_with_42()
    {
        using CommissionRig rig = new(_station);
        Assert.Equal(ExitCode.TimedOut, rig.Walk(new CommissionPlan("demo/truck-1/lane-2")).Exit);
    }

    [Fact]
    public void Every_input_drive_and_outcome_has_its_text_in_both_languages()
    {
        Sighting lane = Node(0);
        Sighting cabinet = Node(0, 1, 8);
        Sighting bays = Node(1, 2);
        Assert.All(
            (Sighting[])[lane, cabinet, bays],
            node => Assert.All(InputPoint.Of(node, 16), point =>
            {
                Assert.Contains(point.Key, CommissionTexts.Table);
                Assert.Contains($"name.{point.Key}", CommissionTexts.Table);
            }));
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
    public void Every_name_that_a_step_can_say_has_a_Chinese_one_beside_the_same_English_words()
    {
        const Fact said = Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips | Fact.LockOpen
            | Fact.LockClosed | Fact.ConnectorMated | Fact.HoistLoaded | Fact.HoistRaised | Fact.PackOnVehicle
            | Fact.PackInPlace | Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn | Fact.LockContradicts
            | Fact.LockSignalLost | Fact.LockImplausible | Fact.SensorsContradict;
        Enum[] facts = [.. Enum.GetValues<Fact>().Where(
            fact => fact != Fact.None && (said & fact) == fact).Cast<Enum>()];
        Enum[] drives = [.. Enum.GetValues<Drive>().Where(
            drive => drive is not (Drive.None or Drive.Motion or Drive.Stored)).Cast<Enum>()];
        Enum[] others =
        [
            .. Enum.GetValues<BusKind>().Where(kind => kind != 0).Cast<Enum>(),
            .. Enum.GetValues<TimeQuality>().Cast<Enum>(),
        ];
        Assert.Equal(17, facts.Length);
        Assert.All(
            (Enum[])[.. facts, .. drives, .. others],
            value => Assert.Contains(CommissionTexts.KeyOf(value), CommissionTexts.Table));
        Assert.All(
            (Enum[])[.. facts, .. others.OfType<BusKind>().Cast<Enum>()],
            value => Assert.Equal(Words.Of(value), CommissionTexts.Table[CommissionTexts.KeyOf(value)].English));
        Assert.Equal("or later", new CommissionTexts(chinese: true).Name(Unnamed.OrLater));
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
        string later = report.Json().Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
        Assert.Null(CommissionReport.Read(later));
    }

    private enum Unnamed
    {
        OrLater = 1,
    }

    private static string[] NotJudged(CommissionReport report) => [.. report.Results
        .Where(step => step.Outcome == CommissionOutcome.NotJudged).Select(step => step.Step)];

    /// <summary>Nothing has failed; every step has a result, a time, what was expected and what was seen; the JSON is
    /// what its schema says; in Chinese no English is left but what both write so.</summary>
    private void AssertSound(CommissionReport report, bool chinese)
    {
        output.WriteLine(report.Text(new CommissionTexts(chinese)));
        Assert.Equal(
            [], report.Results.Where(step => step.Outcome == CommissionOutcome.Failed)
                .Select(step => $"{step.Step}: {step.Seen}"));
        Assert.Equal(ExitCode.Passed, report.Exit);
        SchemaVerdict schema = new(Path.Combine(Repository.Root, "simulator", "commission"));
        JsonElement json = JsonElement.Parse(report.Json());
        Assert.True(schema.Of("report.schema.json", json));
        JsonElement[] steps = [.. json.GetProperty("steps").EnumerateArray()];
        Assert.Equal(report.Results.Count, steps.Length);
        long endedMs = 0;
        foreach (JsonElement step in steps)
        {
            // As a consumer would lay them on a time line: none begins before the one before has ended.
            long beganMs = step.GetProperty("utc_ms").GetInt64() - step.GetProperty("took_ms").GetInt64();
            Assert.True(beganMs >= endedMs, step.GetRawText());
            endedMs = step.GetProperty("utc_ms").GetInt64();
        }

        Assert.All(report.Results.Where(_ => chinese), step => Assert.DoesNotMatch(
            "[A-Za-z]{2,}", BothWrite().Replace($"{step.Expected} {step.Seen}", "")));
    }

    /// <summary>Abbreviations, units, identifiers of frames, serial numbers.</summary>
    [GeneratedRegex(@"\b(CAN-H|CAN-L|CAN|BMS|TLS|[0-9A-F]{8}\??)\b|(BMS|TLS)")]
    private static partial Regex BothWrite();

    private static Sighting Node(params int[] places) => new(
        Phase.Maintenance, Fault.None, Drive.None, Drive.None, Drive.None, Drive.None, Fact.None,
        [.. places.Select(place => new LevelsSeen(place, 0, 0, ulong.MaxValue))], [], []);
}
