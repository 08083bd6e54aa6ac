using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class ChaosTests
{
    [Fact]
    public void Lives_lose_nothing_duplicate_nothing_endanger_nobody_and_end_idle()
    {
        ChaosReport report = Chaos.Run(1, 60);
        Assert.Empty(report.Failed.Select(life => $"seed {life.Seed}: {life.Failure}"));
        Assert.InRange(report.Completed, 10, 200);
        Assert.InRange(report.Restarts, 5, 500);
        Assert.InRange(report.WorstReaction, 1, 2);
        Assert.InRange(report.Reactions.Counted, 50, 5_000);
        Assert.All(Enum.GetValues<LifeKind>(), kind => Assert.InRange(report.CountOf(kind), 1, 60));
        string[] all = [.. LaneMishaps.All.Select(one => one.Name).Concat(CabinetMishaps.All.Select(one => one.Name))];
        Assert.InRange(report.Blocks, 500, 50_000);
        Assert.InRange(report.Commands, 200, 5_000);
        Assert.InRange(report.Forged, 200, 5_000);
        Assert.InRange(report.Aimed, 5, 500);
        Assert.All(LifeNetwork.Known, fault => Assert.InRange(report.TimesOf(fault), 5, 10_000));
        Assert.InRange(report.MishapsSeen.Count(), all.Distinct().Count() * 3 / 4, all.Length);
    }

    [Fact]
    public void A_life_of_each_kind_depends_on_nothing_but_its_seed()
    {
        HashSet<LifeKind> kinds = [];
        for (ulong seed = 1; kinds.Count < Enum.GetValues<LifeKind>().Length; seed++)
        {
            (LifeResult first, byte[] record) = Live(seed);
            if (kinds.Add(first.Kind))
            {
                (LifeResult again, byte[] same) = Live(seed);
                Assert.Equal(record, same);
                Assert.Equivalent(first, again, strict: true);
                Assert.NotEqual(record, Live(seed + 1000).Record);
            }
        }
    }

    [Fact]
    public void A_recorded_life_with_faults_and_restarts_is_replayed_bit_for_bit()
    {
        int restarts = 0;
        int held = 0;
        for (ulong seed = 1; seed <= 60 && (restarts < 3 || held < 3); seed++)
        {
            using StringWriter trace = new();
            using RecordReader record = new(new MemoryStream(Live(seed).Record));
            RecordReplay replay = new(record) { Trace = new TraceWriter(trace) };
            replay.Run();
            Assert.Null(replay.Difference);
            Assert.Null(record.Tear);
            restarts += replay.Nodes.Any(node => node.Starts > 1) ? 1 : 0;
            held += trace.ToString().Contains(" Held fault=", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(restarts >= 3 && held >= 3, $"{restarts} with a restart, {held} held");
    }

    [Fact]
    public void A_life_that_failed_is_shown_with_the_command_that_plays_it_again()
    {
        LifeResult failed = Live(3).Result with { Unsafe = Unsafe.LiftOfLockedPack, UnsafeMs = 41_000 };
        using StringWriter output = new();
        new ChaosReport([failed], TimeSpan.FromSeconds(1)).Show(new Sheet(output, terminal: false));
        Assert.Contains("seed 3: unsafe at 41000 ms: lift of locked pack", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "swapsim chaos --seeds 1 --first 3 --record life-3.record", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("unsafe 1 (1 with at most one wrong sensor", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--seeds", "many")]
    [InlineData("--seeds", "2", "--record", "x.record")]
    public void Wrong_usage_of_chaos_exits_with_2(params string[] args)
    {
        Assert.Equal(ExitCode.WrongInput, CliRun.Of(["chaos", .. args]).ExitCode);
    }

    [Fact]
    public void The_command_reports_and_exits_with_0()
    {
        (int exitCode, string output, _) = CliRun.Of("chaos", "--seeds", "2", "--first", "5");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.StartsWith("2 lives, ", output, StringComparison.Ordinal);
        Assert.Contains(
            "lost 0, duplicated 0, altered 0, out of order 0, stuck 0, unsafe 0 ", output, StringComparison.Ordinal);
    }

    private static (LifeResult Result, byte[] Record) Live(ulong seed)
    {
        using MemoryStream bytes = new();
        using RunRecorder recorder = new(bytes, new RecordHeader("chaos", seed));
        LifeResult result = Life.Run(seed, recorder);
        recorder.Complete();
        return (result, bytes.ToArray());
    }
}
