using System.Diagnostics;

namespace SwapEdge.Simulator;

/// <summary>
/// Runs scenarios, several at once: each has everything of its own, so that together and alone they do the same. One
/// that failed is run once more to record it, for the same seed gives the same run.
/// </summary>
public sealed class RunBatch(RunOptions options)
{
    /// <summary>Where records of failed runs go when nobody says where.</summary>
    public const string RecordFolder = "swapsim-records";

    private const string RecordEnding = ".swrec";

    /// <summary>Told after each pass that took the virtual time over a second: which scenario, and its time.</summary>
    public Action<Scenario, long>? Moved { get; init; }

    /// <summary>Told when one is over.</summary>
    public Action<RunOutcome>? Over { get; init; }

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<RunOutcome> Run(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        RunOutcome[] outcomes = new RunOutcome[scenarios.Count];
        int next = -1;
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(options.Parallel, scenarios.Count)).Select(i =>
            new Thread(Work) { IsBackground = true, Name = $"scenarios {i + 1}" })];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        options.Stop.ThrowIfCancellationRequested();
        return outcomes;

        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < outcomes.Length; i = Interlocked.Increment(ref next))
            {
                if (Try(scenarios[i], RecordOf(options, scenarios[i].Name, scenarios.Count)) is not { } outcome)
                {
                    return;
                }

                outcomes[i] = outcome;
                Over?.Invoke(outcome);
            }
        }
    }

    /// <summary>The file that is asked for, or one of the scenario's name in that folder; null: none is.</summary>
    internal static string? RecordOf(RunOptions options, string name, int scenarios) =>
        options.Record is not { } path ? null
        : scenarios == 1 && !Path.EndsInDirectorySeparator(path) && !Directory.Exists(path) ? path
        : Path.Combine(path, name + RecordEnding);

    /// <summary>Null when it was stopped.</summary>
    private RunOutcome? Try(Scenario scenario, string? record)
    {
        try
        {
            return One(scenario, record);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private RunOutcome One(Scenario scenario, string? record)
    {
        bool isRepeatable = !options.RealTime && options.Broker is null;
        try
        {
            string? path = record ?? (isRepeatable || !CanLeave() ? null : Left(scenario));
            RunOutcome outcome = Once(scenario, path, options.Timeout, quiet: false);
            return outcome.ExitCode != ExitCode.Failed && record is null ? Forget(outcome)
                : outcome.ExitCode == ExitCode.Failed && record is null && isRepeatable
                    ? outcome with { Record = Recorded(scenario, outcome) }
                : outcome;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new RunOutcome(scenario, options.Seed, null) { Defect = problem.Message, IsOfTheMachine = true };
        }
        catch (Exception problem) when (problem is not OutOfMemoryException and not OperationCanceledException)
        {
            return new RunOutcome(scenario, options.Seed, null) { Defect = $"internal error: {problem}" };
        }
    }

    /// <summary>One whose record was made for the case that it fails.</summary>
    private static RunOutcome Forget(RunOutcome outcome)
    {
        if (outcome.Record.Length > 0)
        {
            File.Delete(outcome.Record);
        }

        return outcome with { Record = "" };
    }

    private RunOutcome Once(Scenario scenario, string? record, TimeSpan? timeout, bool quiet)
    {
        string? candump = quiet ? null : options.Candump;
        try
        {
            using RunRecorder? recorder = record is null ? null : RunRecorder.Open(record, Header(scenario));
            using CanCapture? capture = candump is null ? null : CanCapture.Open(candump);
            RunOutcome outcome = Once(scenario, recorder, capture, timeout, quiet);

            // Only now no thread of a board is left that could add to it.
            recorder?.Complete();
            return outcome with { Record = record ?? "" };
        }
        catch (OperationCanceledException)
        {
            foreach (string path in new[] { record, candump }.OfType<string>())
            {
                OutputPath.Delete(path);
            }

            throw;
        }
    }

    private RunOutcome Once(
        Scenario scenario, RunRecorder? recorder, CanCapture? capture, TimeSpan? timeout, bool quiet)
    {
        StationOptions station = new()
        {
            Boards = Boards(scenario),
            Broker = options.Broker,
            StepMs = ScenarioRun.CoarseStepMs,
            Recorder = recorder,
        };
        using ScenarioRun run = new(scenario, options.Seed, station) { Stop = options.Stop };
        capture?.Attach(run.Station.Wires, run.Station.Network.UtcMs(0));
        Pace(run, quiet);
        ScenarioResult result = run.Run(timeout);
        return new RunOutcome(scenario, options.Seed, result)
        {
            Report = options.Reported && !quiet ? Demonstration.Report(run.Station) : null,
        };
    }

    private RecordHeader Header(Scenario scenario) => new(
        scenario.Name, options.Seed, (options.Boards ?? scenario.Station.Boards).Name, TextOf(scenario));

    private BoardChoice? Boards(Scenario scenario) =>
        options.RealTime ? (options.Boards ?? scenario.Station.Boards) with { Threaded = true } : options.Boards;

    /// <summary>
    /// The same run again with a record, which takes longer, so without a limit of time; empty when there is no room.
    /// </summary>
    private string Recorded(Scenario scenario, RunOutcome first)
    {
        string path = Left(scenario);
        try
        {
            RunOutcome again = Once(scenario, path, null, quiet: true);
            return again.Result!.Failures.SequenceEqual(first.Result!.Failures)
                ? path
                : throw new InvalidOperationException($"{scenario.Name}: the same seed gave another run");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool CanLeave()
    {
        try
        {
            Directory.CreateDirectory(RecordFolder);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Left(Scenario scenario) =>
        Path.Combine(RecordFolder, $"{scenario.Name}-{options.Seed}{RecordEnding}");

    private void Pace(ScenarioRun run, bool quiet)
    {
        long began = Stopwatch.GetTimestamp();
        long toldMs = 0;
        run.Station.Passed = nowMs =>
        {
            if (options.RealTime)
            {
                TimeSpan ahead = TimeSpan.FromMilliseconds(nowMs) - Stopwatch.GetElapsedTime(began);
                Thread.Sleep(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
            }

            if (!quiet && nowMs - toldMs >= 1_000)
            {
                toldMs = nowMs;
                Moved?.Invoke(run.Scenario, nowMs);
            }
        };
    }

    private static string TextOf(Scenario scenario)
    {
        try
        {
            return File.Exists(scenario.Path) ? File.ReadAllText(scenario.Path) : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
