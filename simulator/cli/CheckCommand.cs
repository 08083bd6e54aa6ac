using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim check [PROFILE...]</c>.</summary>
public static class CheckCommand
{
    private const int TruckPacks = 2;

    /// <summary>Every profile there is, by what is to be proved of it.</summary>
    public static IReadOnlyList<SwapProfile> Profiles { get; } =
    [
        TopLiftTruck.Profile(), TopLiftTruck.WithPacks(TruckPacks), BottomSwapCar.Profile(), BatteryCabinet.Profile(),
        WheelLoader.Profile(), PortTractor.Profile(),
    ];

    public static Command Create(bool terminal)
    {
        Argument<string[]> names = new("PROFILE")
        {
            Description = "All when none is named: "
                + string.Join(", ", Profiles.Select(profile => profile.Name)) + ".",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Command command = new(
            "check",
            "Every reachable state of the swap machine and of the world around it, with up to two wrong sensors and a "
                + "restart at any moment; the properties proved, each with its count.")
        {
            names,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(names) ?? [], parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
            terminal));
        return command;
    }

    public static int Run(string[] names, TextWriter output, TextWriter error, bool terminal)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (names.FirstOrDefault(name => Profiles.All(profile => profile.Name != name)) is { } unknown)
        {
            error.WriteLine($"swapsim check: {unknown}: no such profile");
            return ExitCode.WrongInput;
        }

        Stopwatch watch = Stopwatch.StartNew();
        SwapProfile[] chosen = [.. Profiles.Where(profile => names.Length == 0 || names.Contains(profile.Name))];
        SwapProfile[] first = [.. chosen.Select(profile => chosen.First(other => SameTask.Of(other, profile)))];
        SwapProfile[] tasks = [.. first.Distinct()];
        ProfileProof[] proofs = new ProfileProof[tasks.Length];

        // The largest first, each taken when a core is free.
        IEnumerable<int> order = Enumerable.Range(0, tasks.Length).OrderByDescending(i => tasks[i].Packs);
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering),
            i => proofs[i] = ProfileProof.Of(tasks[i], WrongSet.Most));
        CheckReport report = new(proofs, [.. chosen.Zip(first).Where(pair => pair.First != pair.Second)
            .Select(pair => (pair.First.Name, pair.Second.Name))]);
        report.Write(new Sheet(output, terminal), watch.Elapsed);
        return report.Holds ? ExitCode.Passed : ExitCode.Failed;
    }
}
