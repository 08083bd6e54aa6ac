using System.Diagnostics;
using System.Text.Json;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>Runs that somebody, or the time, ends before their end.</summary>
public sealed class StopTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ctrl_C_ends_a_run_with_130_one_sentence_and_nothing_left_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent with kill");
        string scenario = _folder.Write("long.yaml", ScenarioFolder.Lasts);
        string record = _folder.PathOf("long.record");
        using Process run = Start(
            "run", scenario, "--speed", "1", "--record", record, "--candump", _folder.PathOf("long.log"),
            "--junit", _folder.PathOf("results.xml"), "--json");
        Until(() => File.Exists(record));
        using (Process kill = Process.Start("kill", ["-INT", $"{run.Id}"]))
        {
            kill.WaitForExit();
        }

        string output = run.StandardOutput.ReadToEnd();
        string error = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.Equal((ExitCode.Stopped, ""), (run.ExitCode, output));
        Assert.Equal("swapsim run: stopped\n", error);
        Assert.Equal(["long.yaml"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Time_that_is_over_ends_a_run_within_a_pass_also_when_it_runs_in_real_time()
    {
        string scenario = _folder.Write("long.yaml", ScenarioFolder.Lasts);
        (int exitCode, string output, _) =
            CliRun.Of("run", scenario, "--speed", "1", "--timeout", "300 ms", "--json");
        Assert.Equal(ExitCode.TimedOut, exitCode);
        JsonElement result = JsonElement.Parse(output.Split('\n')[0]);
        Assert.InRange(result.GetProperty("virtual_ms").GetInt64(), 0, 1_000);
        Assert.InRange(result.GetProperty("wall_ms").GetInt64(), 300, long.MaxValue);
    }

    [Fact]
    public void A_run_in_real_time_that_fails_leaves_the_record_of_that_very_run_and_one_that_passes_none()
    {
        string folder = Path.GetFullPath(RunBatch.RecordFolder);
        string name = $"real-{Guid.NewGuid():N}";
        string record = Path.Combine(folder, $"{name}-1.swrec");
        string text = ScenarioFolder.Fails.Replace("virtual", "own", StringComparison.Ordinal);
        try
        {
            (int exitCode, string output, _) =
                CliRun.Of("run", _folder.Write(name + ".yaml", text), "--speed", "1");
            Assert.Equal(ExitCode.Failed, exitCode);
            Assert.Contains($"{name}-1.swrec", output, StringComparison.Ordinal);
            (exitCode, _, string error) = CliRun.Of("replay", record);
            Assert.True(exitCode == ExitCode.Passed, error);
            File.Delete(record);
            text = text.Replace("eventually", "never", StringComparison.Ordinal)
                .Replace("within: 2 s", "within: 300 ms", StringComparison.Ordinal) + "\nuntil: { time: 500 ms }\n";
            (exitCode, _, _) = CliRun.Of("run", _folder.Write(name + ".yaml", text), "--speed", "1");
            Assert.Equal((ExitCode.Passed, false), (exitCode, File.Exists(record)));
        }
        finally
        {
            File.Delete(record);
        }
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "swapsim.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

    private static void Until(Func<bool> condition)
    {
        long began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "it did not come in time");
            Thread.Yield();
        }
    }
}
