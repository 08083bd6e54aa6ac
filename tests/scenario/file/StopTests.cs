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
