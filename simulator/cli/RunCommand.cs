using System.CommandLine;
using System.Diagnostics;

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
            Description = "Write all that each node is given and gives; 'swapsim replay FILE' runs the firmware on it.",
            HelpName = "FILE",
        };
        Option<string?> candump = new("--candump")
        {
            Description = "Write every frame of every CAN bus as candump -L does: link, swap1, bay1, bay2...",
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
            story, seed, board, record, candump, speed,
        };
        command.SetAction(parsed => Run(
            Story.All.First(one => one.Name == parsed.GetRequiredValue(story)),
            parsed.GetValue(seed),
            BoardChoice.All.First(one => one.Name == parsed.GetValue(board)),
            (parsed.GetValue(record), parsed.GetValue(candump)),
            parsed.GetValue(speed) == "1",
            terminal,
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(
        Story story,
        ulong seed,
        BoardChoice boards,
        (string? Record, string? Candump) files,
        bool realTime,
        bool terminal,
        InvocationConfiguration console)
    {
        if (boards.FitsNone(story.Kinds))
        {
            console.Error.WriteLine($"swapsim: {boards.Name}: no node of '{story.Name}' runs on this board");
            return ExitCode.WrongInput;
        }

        if (files.Record is not null && realTime && boards.Kinds.Count > 0)
        {
            console.Error.WriteLine("swapsim: --record: boards at --speed 1 run with threads of their own, which no "
                + "replay can repeat; --board virtual, or full speed");
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

        try
        {
            using RunRecorder? recorder = files.Record is null
                ? null : RunRecorder.Open(files.Record, new RecordHeader(story.Name, seed, boards.Name));
            using CanCapture? capture = files.Candump is null ? null : CanCapture.Open(files.Candump);
            recorder?.Attach(station.Nodes);
            capture?.Attach(station.Wires);
            DemonstrationReport report = Demonstration.Run(station);
            recorder?.Complete();
            return DemonstrationCommand.Show(report, console.Output, terminal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            console.Error.WriteLine($"swapsim: cannot be written: {problem.Message}");
            return ExitCode.WrongInput;
        }
    }
}
