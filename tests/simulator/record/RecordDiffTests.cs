using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Where two records part.</summary>
public sealed class RecordDiffTests : IDisposable
{
    private static readonly Lazy<byte[]> Seed5 = new(() => Recording.Of(Story.Cabinet, 5, BoardChoice.Virtual));
    private readonly string _a = Path.GetTempFileName();
    private readonly string _b = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(_a);
        File.Delete(_b);
    }

    [Fact]
    public void Two_records_of_one_seed_are_the_same()
    {
        (int exitCode, string output, _) = Diff(Seed5.Value, Seed5.Value);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal("The same, input for input and output for output.", output.TrimEnd());
    }

    [Fact]
    public void Records_of_two_seeds_part_at_the_first_thing_that_is_chance()
    {
        (int exitCode, string output, _) = Diff(Recorded(smokes: false), Recorded(smokes: false, seed: 8));
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.StartsWith("Recorded of seed 7, and 8.", output, StringComparison.Ordinal);
        Assert.Matches(@"\w+-1 at 0\.050 s: is answered otherwise when it asks for \d+ random bytes", output);
    }

    [Fact]
    public void Nodes_that_were_made_with_other_settings_say_which()
    {
        (int exitCode, string output, _) = Diff(Seed5.Value, Recording.Of(Story.Cabinet, 6, BoardChoice.Virtual));
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Matches(
            @"cabinet-1 at 0\.050 s: made with another Settings\.Vehicles\s+A: \[.CARD-\d+.\]\s+B: \[.CARD-\d+.\]",
            output);
    }

    [Fact]
    public void A_level_that_came_in_one_of_two_runs_is_named_with_its_time_and_how_much_differs()
    {
        byte[] quiet = Recorded(smokes: false);
        byte[] smoke = Recorded(smokes: true);
        (int exitCode, string output, _) = Diff(quiet, smoke);
        Assert.Equal(ExitCode.Failed, exitCode);
        string[] lines = output.Split('\n');
        Assert.Matches(@"^bays-2 at 5\.050 s: is given$", lines[0].TrimEnd());
        Assert.DoesNotContain("bay 3: smoke loop closed", lines[1], StringComparison.Ordinal);
        Assert.Equal("  B: bay 3: smoke loop closed off", lines[2].TrimEnd());
        Assert.Matches(@"bays-2 +5\.000 s +201 +\d+ +0 +0", output);
    }

    [Fact]
    public void What_a_node_gave_otherwise_on_the_same_inputs_is_told_in_words()
    {
        byte[] altered = Recording.Alter(Seed5.Value, block => Recording.Replace(block, "online"u8, "onlinf"u8));
        (int exitCode, string output, _) = Diff(Seed5.Value, altered);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Matches(
            @"^cabinet-1 at \d+\.\d{3} s: gives\s+A: publishes its state: online\s+B: publishes its state: onlinf\s",
            output);
    }

    [Fact]
    public void A_record_that_goes_on_longer_has_turns_of_its_own()
    {
        byte[] longer = Recorded(smokes: false, passes: 220);
        (int exitCode, string output, _) = Diff(Recorded(smokes: false), longer);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Matches(@"lane-1 +10\.000 s +201 +0 +0 +20", output);
    }

    [Fact]
    public void A_file_that_is_no_record_exits_with_2_and_is_named()
    {
        File.WriteAllBytes(_a, Seed5.Value);
        File.WriteAllText(_b, "no record\n");
        (int exitCode, _, string error) = CliRun.Of("diff", _a, _b);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.StartsWith($"swapsim diff: {_b}: line 1: not ", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("diff", _a, _b + ".not-there").ExitCode);
    }

    private (int ExitCode, string Output, string Error) Diff(byte[] a, byte[] b)
    {
        File.WriteAllBytes(_a, a);
        File.WriteAllBytes(_b, b);
        return CliRun.Of("diff", _a, _b);
    }

    private static byte[] Recorded(bool smokes, int passes = 200, ulong seed = 7)
    {
        using Station station = new(seed);
        return Recording.Of(station, "virtual", () =>
        {
            for (int pass = 0; pass < passes; pass++)
            {
                if (smokes && pass == 100)
                {
                    station.World.Bays[2].SmokeDetected = true;
                }

                station.Pass();
            }
        });
    }
}
