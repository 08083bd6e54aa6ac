using System.CommandLine;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim diff A B</c>.</summary>
public static class DiffCommand
{
    public static Command Create(bool terminal)
    {
        Argument<string> first = new("A") { Description = "A record that 'swapsim run --record' wrote." };
        Argument<string> second = new("B") { Description = "Another." };
        Command command = new(
            "diff",
            "Where two records of runs part: the first thing that a node was given or gave otherwise, in words, and "
                + "how much of each node is the same. Exit code 0: the same, 1: they differ, 2: one cannot be read.")
        {
            first, second,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(first), parsed.GetRequiredValue(second),
            new Sheet(parsed.InvocationConfiguration.Output, terminal), parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string first, string second, Sheet output, TextWriter error)
    {
        foreach (string path in new[] { first, second })
        {
            using FileStream? file = ReplayCommand.Open("diff", path, File.OpenRead, error);
            if (file is null)
            {
                return ExitCode.WrongInput;
            }
        }

        RecordDiff diff = new(
            () => new RecordReader(File.OpenRead(first)), () => new RecordReader(File.OpenRead(second)));
        try
        {
            diff.Run();
        }
        catch (RecordDamageException problem)
        {
            string file = problem.Message.StartsWith("A: ", StringComparison.Ordinal) ? first : second;
            error.WriteLine($"swapsim diff: {file}: {problem.Message[3..]}");
            return ExitCode.WrongInput;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"swapsim diff: {problem.Message}");
            return ExitCode.WrongInput;
        }

        Tell(diff, output);
        return diff.First is null ? ExitCode.Passed : ExitCode.Failed;
    }

    private static void Tell(RecordDiff diff, Sheet output)
    {
        foreach (string header in diff.Headers)
        {
            output.Line($"Recorded of {header}.");
        }

        foreach (string tear in diff.Tears)
        {
            output.Line($"{tear}: compared as far as it goes.");
        }

        if (diff.First is not { First: { } first } node)
        {
            output.Verdict("The same, input for input and output for output.", passed: true);
            return;
        }

        output.Verdict($"{node.Node} at {RecordWords.At(first.AtMs)}: {first.About}", passed: false);
        output.Line($"  A: {first.A}");
        output.Line($"  B: {first.B}");
        output.Line();
        output.Table(
            ["node", ">same until", ">turns in both", ">of them differ", ">only in A", ">only in B"],
            diff.Nodes.Select(one => new[]
            {
                one.Node,
                one.First is null ? "the end" : one.SameUntilMs < 0 ? "never" : RecordWords.At(one.SameUntilMs),
                Invariant($"{one.Both}"), Invariant($"{one.Differing}"), Invariant($"{one.OnlyA}"),
                Invariant($"{one.OnlyB}"),
            }));
    }
}
