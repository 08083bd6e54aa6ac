using System.CommandLine;
using System.Diagnostics;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim powercut</c>.</summary>
public static class PowerCutCommand
{
    private const int MostCuts = 100_000_000;

    public static Command Create(bool terminal)
    {
        Option<int> cuts = new("--cuts")
        {
            Description = "How many, at least.",
            DefaultValueFactory = _ => 30_000,
            HelpName = "N",
        };
        Option<ulong> first = new("--first")
        {
            Description = "Seed of the first life; the others follow it.",
            DefaultValueFactory = _ => 1,
            HelpName = "S",
        };
        Command command = new(
            "powercut",
            "A journal's life with power cut at every write, in many shapes each: torn at any byte, with pages or "
                + "deletions that came in another order; changes of settings and keys, the command counter, the latch "
                + "and the memory of bays among them. After each cut it is restarted and compared with what it had "
                + "promised; exit code 1 when anything was lost, invented, out of order, forgotten or mixed, or the "
                + "chain accuses somebody.")
        {
            cuts, first,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(first), parsed.GetValue(cuts), terminal, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(ulong first, int cuts, bool terminal, InvocationConfiguration console)
    {
        if (cuts is < 1 or > MostCuts)
        {
            console.Error.WriteLine($"swapsim powercut: --cuts: 1 to {MostCuts}");
            return ExitCode.WrongInput;
        }

        long began = Stopwatch.GetTimestamp();
        CutTally tally = PowerCut.Run(first, cuts);
        Sheet sheet = new(console.Output, terminal);
        sheet.Line(Invariant($"{tally.Cuts} cuts, {tally.Reordered} of them with writes in another order, in ")
            + Invariant($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s."));
        sheet.Line(Invariant($"Journals: {tally.Events} events stored, {tally.Begun} segments begun and ")
            + Invariant($"{tally.Deleted} deleted, {tally.Changes} changes of small records, ")
            + Invariant($"{tally.Restarts} restarts in earnest."));
        if (tally.First is { } wrong)
        {
            sheet.Line(wrong);
        }

        sheet.Verdict(
            Invariant($"lost {tally.Lost}, invented {tally.Invented}, out of order {tally.OutOfOrder}, ")
                + Invariant($"forgotten {tally.Forgotten}, mixed {tally.Mixed}, accused {tally.Accused}."),
            tally.Passed);
        return tally.Passed ? ExitCode.Passed : ExitCode.Failed;
    }
}
