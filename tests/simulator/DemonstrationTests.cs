using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class DemonstrationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20260601)]
    public void A_truck_is_swapped_and_the_city_has_every_event(ulong seed)
    {
        DemonstrationReport report = Demonstration.Run(seed);
        Assert.Null(report.Failure);
        Assert.Equal(0, report.Missing);
        Assert.All(report.Journals, journal => Assert.Equal((ulong)journal.Events, journal.Acknowledged));
        Assert.All(report.Journals, journal => Assert.Equal(journal.Through, journal.Acknowledged));
    }

    [Fact]
    public void A_swap_passes_every_phase_within_its_limit_and_within_six_minutes()
    {
        DemonstrationReport report = Demonstration.Run(1);
        Assert.Equal(
            [
                "identifying", "positioning", "preparing", "accepting", "choosing", "gripping", "unlocking", "lifting",
                "stowing", "fetching", "placing", "mating", "locking", "verifying", "withdrawing", "releasing",
            ],
            report.Swap.Select(row => row.Phase));
        Assert.All(report.Swap, row => Assert.True(row.LimitMs == 0 || row.LastedMs < row.LimitMs, row.Phase));
        Assert.InRange(report.SwapMs, 240_000, 360_000);
    }

    [Fact]
    public void A_nearly_empty_pack_comes_in_and_a_full_one_goes_out()
    {
        DemonstrationReport report = Demonstration.Run(1);
        PackMove comesIn = Assert.Single(report.Packs, move => !move.Out);
        PackMove goesOut = Assert.Single(report.Packs, move => move.Out);
        Assert.InRange(comesIn.ChargePermille, 100, 250);
        Assert.InRange(goesOut.ChargePermille, 900, 1000);
        Assert.NotEqual(comesIn.Code, goesOut.Code);
        Assert.NotEqual(comesIn.Bay, goesOut.Bay);
    }

    [Fact]
    public void The_command_says_how_it_ended_and_exits_with_0()
    {
        (int exitCode, string output, string error) = CliRun.Of();
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Empty(error);
        Assert.Matches(
            @"Swap completed in 4 min \d+ s; the city stored \d+ events of 3 journals, 0 missing\.\r?\n$", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void A_swap_that_is_held_is_a_failure_with_its_reason_and_exits_with_1()
    {
        using Station station = new(1);
        station.World.Lane.Panel.ReleasePermitted = false;
        DemonstrationReport report = Demonstration.Run(station);
        Assert.Equal("the swap is held: release not permitted", report.Failure);
        using StringWriter output = new();
        Assert.Equal(ExitCode.Failed, DemonstrationCommand.Show(report, output, terminal: false));
        FaultText words = Assert.IsType<FaultText>(FaultWords.Of(Fault.ReleaseNotPermitted));
        Assert.Contains($"{words.Seen} {words.Do}", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{words.SeenZh}{words.DoZh}", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "Failed: the swap is held: release not permitted.\n",
            output.ToString().ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_vehicle_that_nobody_knows_is_not_served()
    {
        using Station station = new(1, "LSWAPEDG0SE000029");
        Assert.Equal("the swap is held: vehicle not authorised", Demonstration.Run(station).Failure);
    }

    [Fact]
    public void The_same_seed_gives_the_same_output_and_another_seed_another()
    {
        string first = CliRun.Of("--seed", "7").Output;
        Assert.Equal(first, CliRun.Of("--seed", "7").Output);
        Assert.NotEqual(first.Replace("Seed 7,", "", StringComparison.Ordinal),
            CliRun.Of("--seed", "8").Output.Replace("Seed 8,", "", StringComparison.Ordinal));
    }
}
