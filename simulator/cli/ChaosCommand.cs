using System.CommandLine;
using System.Diagnostics;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim chaos</c>.</summary>
public static class ChaosCommand
{
    private const int MostSeeds = 1_000_000;

    public static Command Create(bool terminal)
    {
        Option<int> seeds = new("--seeds")
        {
            Description = "How many lives.",
            DefaultValueFactory = _ => 100,
            HelpName = "N",
        };
        Option<ulong> first = new("--first")
        {
            Description = "Seed of the first; the others follow it.",
            DefaultValueFactory = _ => 1,
            HelpName = "S",
        };
        Option<string?> record = new("--record")
        {
            Description = "Write all that each node is given and gives, for 'swapsim replay'; with --seeds 1.",
            HelpName = "FILE",
        };
        Command command = new(
            "chaos",
            "Seeded lives of a station in which vehicles, packs, sensors, frames, power and people go wrong. An oracle "
                + "that knows the world's truth judges each pass; exit code 1 when anything was unsafe, lost, "
                + "duplicated or stuck. A seed that failed is shown with the command that plays it again.")
        {
            seeds, first, record,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(first), parsed.GetValue(seeds), parsed.GetValue(record), terminal,
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(ulong first, int seeds, string? record, bool terminal, InvocationConfiguration console)
    {
        ChaosReport report;
        if (seeds is < 1 or > MostSeeds)
        {
            console.Error.WriteLine($"swapsim chaos: --seeds: 1 to {MostSeeds}");
            return ExitCode.WrongInput;
        }

        if (record is null)
        {
            report = Chaos.Run(first, seeds);
        }
        else if (seeds != 1)
        {
            console.Error.WriteLine("swapsim chaos: --record is for one life: --seeds 1");
            return ExitCode.WrongInput;
        }
        else
        {
            long began = Stopwatch.GetTimestamp();
            try
            {
                using RunRecorder recorder = RunRecorder.Open(record, new RecordHeader("chaos", first));
                report = new ChaosReport([Life.Run(first, recorder)], Stopwatch.GetElapsedTime(began));
                recorder.Complete();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                console.Error.WriteLine($"swapsim chaos: {record}: cannot be written: {problem.Message}");
                return ExitCode.WrongInput;
            }
        }

        report.Show(new Sheet(console.Output, terminal));
        return report.Failed.Count == 0 ? ExitCode.Passed : ExitCode.Failed;
    }
}
