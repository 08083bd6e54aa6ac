using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>Why the last run ended, how often runs have failed, and what writes it down.</summary>
public sealed class RunRecordTests
{
    private readonly TornStore _store = new();

    [Fact]
    public void A_first_run_knows_nothing_of_one_before() =>
        Assert.Equal((BootReason.Unknown, 0, false), Of(Open()));

    [Fact]
    public void A_run_that_ends_without_a_word_is_unknown_to_the_next() =>
        Assert.Equal((BootReason.Unknown, 1, false), Of(Open(), Open()));

    [Theory]
    [InlineData(BootReason.Command, 0)]
    [InlineData(BootReason.SettingsTried, 0)]
    [InlineData(BootReason.Maintenance, 0)]
    [InlineData(BootReason.Fault, 1)]
    [InlineData(BootReason.Watchdog, 1)]
    public void A_restart_is_told_to_the_next_run_and_a_planned_one_is_no_failure(BootReason reason, int failures)
    {
        RunRecord run = Open();
        new Reboot(run).Restart(reason);
        Assert.Equal((reason, failures, false), Of(Open()));
        Assert.Equal((BootReason.Unknown, failures + 1, false), Of(Open()));
    }

    [Fact]
    public void The_fourth_run_in_a_row_that_does_not_last_is_followed_by_safe_mode()
    {
        for (int failed = 0; failed < RunRecord.FailuresToSafe; failed++)
        {
            RunRecord run = Open();
            Assert.False(run.IsSafe);
            run.Pass(RunRecord.LastsMs - 1);
        }

        RunRecord safe = Open();
        Assert.True(safe.IsSafe);
        safe.Pass(RunRecord.LastsMs);
        Assert.True(safe.IsSafe);
        Assert.False(Open().IsSafe);
    }

    [Fact]
    public void A_run_that_has_lasted_begins_the_count_anew_with_one_append_and_its_fault_is_no_failed_start()
    {
        Open();
        RunRecord run = Open();
        int appends = _store.Appends;
        run.Pass(RunRecord.LastsMs);
        run.Pass(RunRecord.LastsMs + 50);
        Assert.Equal(appends + 1, _store.Appends);
        run.End(BootReason.Fault);
        Assert.Equal((BootReason.Fault, 0, false), Of(Open()));
    }

    [Fact]
    public void A_store_that_refuses_leaves_the_run_as_it_was_noted_before()
    {
        RunRecord run = Open();
        _store.Answer = StoreResult.Failed;
        run.End(BootReason.Command);
        run.Pass(RunRecord.LastsMs);
        _store.Answer = StoreResult.Ok;
        Assert.Equal((BootReason.Unknown, 1, false), Of(Open()));
    }

    [Fact]
    public void A_reboot_reaches_the_hardware_after_it_was_noted()
    {
        List<string> done = [];
        Power.Hardware.Value = option => done.Add($"{option} {Of(Open()).LastEnd}");
        new Reboot(Open()).Restart(BootReason.Command);
        new Reboot(null!).Restart(BootReason.Command);
        Assert.Equal("NormalReboot Command", done[0]);
        Assert.Equal(2, done.Count);
    }

    [Fact]
    public void A_loop_that_stands_still_is_noted_before_the_hardware_resets_and_a_stall_of_every_thread_is_not()
    {
        List<BootReason> restarts = [];
        LoopWatch watch = new(new Noting(restarts), null!) { BeatS = 100 };
        watch.Look(120);
        watch.Look(145);
        watch.BeatS = 146;
        watch.Look(146);
        watch.Look(166);
        Assert.Empty(restarts);
        watch.Look(167);
        watch.Look(168);
        Assert.Equal([BootReason.Watchdog], restarts);
    }

    [Fact]
    public void Memory_is_told_as_the_runtime_and_the_chip_have_it()
    {
        NativeMemory.Figures.Value = (77_000, 31_000);
        Vitals vitals = new(Open(), null!);
        Assert.True(vitals.ReadMemory(out int free, out int native, out int largest));
        Assert.Equal((3_500_000, 77_000, 31_000), (free, native, largest));
        Assert.Equal(BootReason.Unknown, vitals.LastEnd);
    }

    private static (BootReason LastEnd, int Failures, bool IsSafe) Of(params RunRecord[] runs) =>
        (runs[^1].LastEnd, runs[^1].Failures, runs[^1].IsSafe);

    private RunRecord Open()
    {
        RunRecord run = new(_store);
        run.Open();
        return run;
    }

    private sealed class Noting(List<BootReason> restarts) : IRestart
    {
        public void Restart(BootReason reason) => restarts.Add(reason);
    }
}
