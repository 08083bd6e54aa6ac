using System.Diagnostics;
using System.Text;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Benchmarks;

/// <summary>
/// What a simulated station costs: a day of one lane node and four bay nodes with full CAN traffic, memory, start-up,
/// and the same scenario with the boards' own drivers. One core, one run after another.
/// </summary>
internal static class StationRates
{
    private const int Rounds = 3;
    private const int Stations = 8;
    private const long HourMs = 3_600_000;

    /// <summary>
    /// 20 swaps an hour are one every 180 s: a truck's takes 271 s, a car's 131 s, so the day is a car station's. Eight
    /// bays keep up with that when a pack is charged within half an hour.
    /// </summary>
    private const string Day = """
        scenario: A day at a busy car station of eight bays, somebody of the station near by.
        claim: It is there to be timed.
        station:
          kind: car
          bays: 8
          boards: virtual
          begins: 2026-06-01T00:00:00Z
          parameters: { pack: car-fast, charger: dc-180kw }
          packs: [ empty, { charge: 97 % }, { charge: 96 % }, { charge: 95 % }, { charge: 97 % }, { charge: 94 % },
            { charge: 96 % }, { charge: 95 % } ]
        traffic: { pattern: car-busy, lasts: 24 h }
        happens: [ { at: 1 s, do: attendant, comes-after: 90 s } ]
        expect: [ { finally: { time: 24 h } } ]
        until: { time: 24 h }
        limit: 25 h
        """;

    public static int Run(TextWriter output)
    {
        output.WriteLine("| what | figure |");
        output.WriteLine("|---|--:|");
        RunDay(output);
        output.WriteLine($"| memory a station, after ten minutes | {Memory() / 1024.0 / 1024.0:F1} MB |");
        output.WriteLine($"| start-up to the first line of the demonstration | {Best(StartUp):F2} s |");
        double ports = Best(() => Swap(BoardChoice.Virtual));
        double boards = Best(() => Swap(BoardChoice.Own));
        output.WriteLine($"| a swap of six minutes, ports straight to the world | {ports:F2} s |");
        output.WriteLine(
            $"| the same through the boards' drivers and chips | {boards:F2} s, {boards / ports:F1} times |");
        return 0;
    }

    private static void RunDay(TextWriter output)
    {
        Scenario day = ScenarioFile.Of("day.yaml", Encoding.UTF8.GetBytes(Day)).Scenario
            ?? throw new InvalidOperationException("the day is no scenario");
        using ScenarioRun run = new(day, 1);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        run.Run();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double used = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        long steps = run.NowMs / ScenarioRun.CoarseStepMs;
        long passes = run.NowMs / Station.PassMs * run.Station.Nodes.Count;
        long frames = run.Station.Wires.Sum(wire => wire.Wire.Carried);
        output.WriteLine($"| a station day, {frames / 1e6:F1} million frames: elapsed; time of a processor | "
            + $"{seconds:F1} s; {used:F1} s |");
        TellDay(run, output);
        output.WriteLine($"| model events a second of a processor: steps of the world, passes of a node, frames | "
            + $"{(steps + passes + frames) / used / 1e6:F2} million |");
    }

    private static void TellDay(ScenarioRun run, TextWriter output)
    {
        long[] completed = [.. run.Log.Events
            .Where(told => told.Record.Summary.Result == SwapResult.Completed)
            .Select(told => told.Record.UptimeMs)];
        int begun = run.Log.Events.Count(told => told.Record.Kind == EventKind.SwapStarted);
        int ended = run.Log.Events.Count(told => told.Record.Kind == EventKind.SwapEnded);
        int busiest = completed.Max(from => completed.Count(at => at >= from && at - from < HourMs));
        Forecourt forecourt = ((Station)run.Station).World.Forecourt;
        long[] waitedS = [.. forecourt.Visits.Select(visit => visit.WaitedMs / 1000).Order()];
        output.WriteLine($"| swaps begun, completed, ended otherwise | {begun}, {completed.Length}, "
            + $"{ended - completed.Length} |");
        output.WriteLine($"| completed in the busiest hour | {busiest} |");
        output.WriteLine($"| longest queue; wait before the lane, half of all and at most | "
            + $"{forecourt.LongestQueue}; {waitedS[waitedS.Length / 2]} and {waitedS[^1]} s |");
    }

    /// <summary>Bytes that stay for each of several stations that have run for ten minutes.</summary>
    private static double Memory()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<IStation> stations = [];
        for (int i = 0; i < Stations; i++)
        {
            StationPlan plan = new() { Boards = BoardChoice.Virtual, BayCount = 8 };
            Station station = new((ulong)i + 1, plan, new StationOptions { StepMs = ScenarioRun.CoarseStepMs });
            stations.Add(station);
            while (station.NowMs < 600_000)
            {
                station.Pass();
            }
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        stations.ForEach(station => station.Dispose());
        return (after - before) / (double)Stations;
    }

    private static double StartUp()
    {
        ProcessStartInfo info = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "swapsim.dll")])
        {
            RedirectStandardOutput = true,
        };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(info) ?? throw new InvalidOperationException("dotnet did not start");
        _ = process.StandardOutput.ReadLine();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return seconds;
    }

    private static double Swap(BoardChoice boards)
    {
        long began = Stopwatch.GetTimestamp();
        using Station station = new(1, boards: boards);
        Demonstration.Run(station);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Best(Func<double> round) => Enumerable.Range(0, Rounds).Min(_ => round());
}
