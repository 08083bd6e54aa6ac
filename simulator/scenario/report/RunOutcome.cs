namespace SwapEdge.Simulator;

/// <summary>What became of one scenario of a <c>swapsim run</c>.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Seed">Of the run.</param>
/// <param name="Result">Null when the simulator itself failed.</param>
public sealed record RunOutcome(Scenario Scenario, ulong Seed, ScenarioResult? Result)
{
    /// <summary>The defect of the simulator that ended it; empty: none.</summary>
    public string Defect { get; init; } = "";

    /// <summary>It ended because a file could not be written, which is no defect.</summary>
    public bool IsOfTheMachine { get; init; }

    /// <summary>What is wrong with its file, as compilers say it; none: it is right.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>It is right, and was not run, for others are wrong.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>What the station did, for a run that is shown on its own.</summary>
    public DemonstrationReport? Report { get; init; }

    /// <summary>Where the record of the run is; empty: nowhere.</summary>
    public string Record { get; init; } = "";

    /// <summary>What it came to, in a word.</summary>
    public string Verdict => Errors.Count > 0 ? "wrong"
        : IsLeftOut ? "not run"
        : Result is null ? IsOfTheMachine ? "not run" : "defect"
        : Result.Passed ? "passed"
        : Result.Failures.Count == 0 ? "timed out"
        : "failed";

    /// <summary>What <c>swapsim</c> returns for it.</summary>
    public int ExitCode => Errors.Count > 0 || IsLeftOut || IsOfTheMachine ? Simulator.ExitCode.WrongInput
        : Result is null ? Simulator.ExitCode.InternalError
        : Result.Failures.Count > 0 ? Simulator.ExitCode.Failed
        : Result.TimedOut ? Simulator.ExitCode.TimedOut
        : Simulator.ExitCode.Passed;

    /// <summary>
    /// What it returns for several: for a defect, a failure, what could not be written, a run that was given up.
    /// </summary>
    public static int ExitCodeOf(IReadOnlyCollection<RunOutcome> outcomes)
    {
        int[] order =
        [
            Simulator.ExitCode.InternalError, Simulator.ExitCode.Failed, Simulator.ExitCode.WrongInput,
            Simulator.ExitCode.TimedOut,
        ];
        return order.FirstOrDefault(code => outcomes.Any(one => one.ExitCode == code));
    }

    /// <summary>Why it did not pass, a sentence each, as compilers say it.</summary>
    public IReadOnlyList<string> Reasons() => Errors.Count > 0 ? Errors
        : IsLeftOut ? ["not run: others are wrong"]
        : Result is null ? [$"{Scenario.Path}: {Defect}"] :
    [
        .. Result.Failures.Select(failure =>
            $"{Where(failure)}: {failure.Expectation}: {failure.Reason} (at {Words.Exact(failure.AtMs)})"),
        .. Result.TimedOut
            ? [$"{Scenario.Path}: given up after {Words.Duration(Result.WallMs)}, "
                + $"at {Words.Duration(Result.VirtualMs)} of virtual time"]
            : Array.Empty<string>(),
    ];

    private string Where(ScenarioFailure failure)
    {
        string place = failure.Place.ToString();
        return place.Length > 0 ? place : Scenario.Path;
    }
}
