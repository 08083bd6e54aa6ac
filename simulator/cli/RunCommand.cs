using System.CommandLine;
using System.Diagnostics;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim run STORY</c>.</summary>
public static class RunCommand
{
    public static Command Create(bool terminal)
    {
        Argument<string> story = new("STORY")
        {
            Description = "Which vehicle comes: "
                + string.Join("; ", Story.All.Select(one => $"{one.Name}: {one.About}")) + ".",
        };
        story.AcceptOnlyFromAmong([.. Story.All.Select(one => one.Name)]);
        story.HelpName = string.Join('|', Story.All.Select(one => one.Name));
        Option<ulong> seed = new("--seed")
        {
            Description = "Seed of the run: the same seed gives the same run.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        Option<string?> record = new("--record")
        {
            Description = "Write the trace of the lane's steps, a line a change; 'swapsim replay FILE' plays it.",
            HelpName = "FILE",
        };
        Option<string> speed = new("--speed")
        {
            Description = "As fast as the machine goes, or in real time.",
            DefaultValueFactory = _ => "max",
        };
        speed.AcceptOnlyFromAmong("max", "1");
        speed.HelpName = "max|1";
        Option<string> board = new("--board")
        {
            Description = "Run nodes through the drivers and wires of their boards: each kind of node on its own, "
                + "or only those that the named board is for; 'virtual': none.",
            DefaultValueFactory = _ => BoardChoice.Own.Name,
            HelpName = string.Join('|', BoardChoice.All.Select(one => one.Name)),
        };
        board.AcceptOnlyFromAmong([.. BoardChoice.All.Select(one => one.Name)]);
        Command command = new(
            "run", "One swap of a kind of vehicle, from arrival to the city, each phase with its evidence.")
        {
            story, seed, board, record, speed,
        };
        command.SetAction(parsed => Run(
            Story.All.First(one => one.Name == parsed.GetRequiredValue(story)),
            parsed.GetValue(seed),
            BoardChoice.All.First(one => one.Name == parsed.GetValue(board)),
            parsed.GetValue(record),
            parsed.GetValue(speed) == "1",
            terminal,
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(
        Story story,
        ulong seed,
        BoardChoice boards,
        string? record,
        bool realTime,
        bool terminal,
        InvocationConfiguration console)
    {
        if (boards.FitsNone(story.Kinds))
        {
            console.Error.WriteLine($"swapsim: {boards.Name}: no node of '{story.Name}' runs on this board");
            return ExitCode.WrongInput;
        }

        using IStation station = story.Open(seed, boards with { Threaded = realTime });
        if (realTime)
        {
            long began = Stopwatch.GetTimestamp();
            station.Passed = nowMs =>
            {
                TimeSpan ahead = TimeSpan.FromMilliseconds(nowMs) - Stopwatch.GetElapsedTime(began);
                Thread.Sleep(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
            };
        }

        if (record is null)
        {
            return DemonstrationCommand.Show(Demonstration.Run(station), console.Output, terminal);
        }

        using StreamWriter? trace = Create(record, console.Error);
        if (trace is null)
        {
            return ExitCode.WrongInput;
        }

        station.Recorder = new TraceRecorder(trace, TraceHeader.Of(story.Profile, seed));
        DemonstrationReport report = Demonstration.Run(station);
        station.Recorder.End();
        return DemonstrationCommand.Show(report, console.Output, terminal);
    }

    /// <summary>Null, and the reason told, when the file cannot be written.</summary>
    internal static StreamWriter? Create(string path, TextWriter error)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
            return new StreamWriter(File.Create(path), Encoding.ASCII);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"swapsim: {path}: cannot be written: {problem.Message}");
            return null;
        }
    }
}
