using System.CommandLine;
using System.Diagnostics;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim run FILE|NAME|DIRECTORY…</c>.</summary>
public static class RunCommand
{
    public static Command Create(bool terminal)
    {
        Argument<string[]> scenarios = new("SCENARIO")
        {
            Description = "Scenarios: files (YAML or JSON), folders of them, or names of shipped ones; see --list.",
            Arity = ArgumentArity.ZeroOrMore,

            // Else the help has the names of all that are shipped there.
            HelpName = "SCENARIO",
        };
        scenarios.CompletionSources.Add(_ => ShippedScenarios.Names.Select(
            name => new System.CommandLine.Completions.CompletionItem(name)));
        RunArguments arguments = new();
        Command command = new(
            "run",
            "Scenarios: a station, who comes, what happens, and what is expected. One shows each phase with its "
                + "evidence, several a table. Exit code 1 when an expectation failed, 2 when a file is wrong (file, "
                + "line, column and reason; then nothing runs), 42 when the time given is over.")
        {
            scenarios,
        };
        arguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(scenarios) is null or { Tokens.Count: 0 } && !arguments.NeedsNoScenario(result))
            {
                result.AddError("which SCENARIO? A file, a folder or a name; --list shows names, --all runs them");
            }
        });
        command.SetAction(parsed => Run(
            parsed.GetValue(scenarios) ?? [], arguments, parsed, terminal, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(
        string[] asked, RunArguments arguments, ParseResult parsed, bool terminal, InvocationConfiguration console)
    {
        if (arguments.IsList(parsed) || arguments.IsSchema(parsed))
        {
            return arguments.IsList(parsed) ? ShowList(console.Output, terminal) : ShowSchema(console.Output);
        }

        RunFiles files = RunFiles.Read(asked, arguments.IsAll(parsed), console.Error);
        if (arguments.Options(parsed, files.Scenarios.Count, out string refusal) is not { } options)
        {
            return Refuse(console, refusal);
        }

        if (files.Wrong.Count > 0)
        {
            return ShowWrong(files.Outcomes(options.Seed), options, console);
        }

        string[] against = [.. files.Scenarios.SelectMany(scenario => Against(scenario, options))];
        if (against.Length > 0)
        {
            Array.ForEach(against, console.Error.WriteLine);
            return ExitCode.WrongInput;
        }

        using StopKey stop = new();
        try
        {
            return Run(files.Scenarios, options with { Stop = stop.Token }, terminal, console);
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("swapsim run: stopped");
            return ExitCode.Stopped;
        }
    }

    /// <summary>What a scenario wants that cannot be had as it is asked to run.</summary>
    private static IEnumerable<string> Against(Scenario scenario, RunOptions options)
    {
        BoardChoice boards = options.Boards ?? scenario.Station.Boards;
        if (boards.FitsNone(scenario.Station.Kind.Kinds))
        {
            yield return $"swapsim run: {boards.Name}: no node of '{scenario.Name}' runs on this board";
        }

        foreach (Happening happening in scenario.Happens.Where(_ => options.Broker is not null))
        {
            if (happening.Form.AgainstForeignBroker is { } wrong)
            {
                yield return $"{happening.Place}: '{happening.Form.Name}': {wrong}";
            }
        }
    }

    private static int ShowWrong(
        IReadOnlyList<RunOutcome> outcomes, RunOptions options, InvocationConfiguration console)
    {
        if (options.JUnit is { } path && CanWriteResults(path, console.Error))
        {
            IsWritten(path, outcomes, TimeSpan.Zero, DateTimeOffset.UtcNow, console.Error);
        }

        if (options.Json)
        {
            JsonReport.Write(console.Output, outcomes, TimeSpan.Zero);
        }

        return ExitCode.WrongInput;
    }

    private static int Run(
        IReadOnlyList<Scenario> scenarios, RunOptions options, bool terminal, InvocationConfiguration console)
    {
        if (!CanWrite(options, scenarios.Count, console.Error))
        {
            return ExitCode.WrongInput;
        }

        DateTimeOffset beganAt = DateTimeOffset.UtcNow;
        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<RunOutcome> outcomes = RunProgress.IsWanted(terminal) && !options.Json
            ? RunProgress.Run(options, scenarios, console.Output)
            : new RunBatch(options).Run(scenarios);
        TimeSpan lasted = Stopwatch.GetElapsedTime(began);
        Show(outcomes, lasted, options, new Sheet(console.Output, terminal), console.Output);
        foreach (RunOutcome outcome in outcomes.Where(one => one.Defect.Length > 0))
        {
            console.Error.WriteLine($"swapsim: {outcome.Scenario.Path}: {outcome.Defect}");
        }

        return options.JUnit is { } junit && !IsWritten(junit, outcomes, lasted, beganAt, console.Error)
            ? ExitCode.WrongInput
            : RunOutcome.ExitCodeOf(outcomes);
    }

    private static bool IsWritten(
        string path, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted, DateTimeOffset began, TextWriter error)
    {
        try
        {
            JUnitReport.Write(path, outcomes, lasted, began);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"swapsim run: {YamlErrors.Quote(path)}: cannot be written: {problem.Message}");
            return false;
        }
    }

    private static void Show(
        IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted, RunOptions options, Sheet sheet, TextWriter output)
    {
        if (options.Json)
        {
            JsonReport.Write(output, outcomes, lasted);
        }
        else if (outcomes.Count == 1)
        {
            OutcomeSheet.ShowOne(sheet, outcomes[0]);
        }
        else
        {
            OutcomeSheet.ShowAll(sheet, outcomes, lasted);
        }
    }

    /// <summary>Whatever is to be written can be: said before anything runs.</summary>
    private static bool CanWrite(RunOptions options, int scenarios, TextWriter error)
    {
        string?[] paths = [options.Candump, RunBatch.RecordOf(options, "x", scenarios)];
        string[] all = [.. paths.Append(options.JUnit).OfType<string>().Select(Path.GetFullPath)];
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Length)
        {
            error.WriteLine("swapsim run: --junit, --record and --candump are different files");
            return false;
        }

        return paths.All(path => path is null || CanCreate(path, error))
            && (options.JUnit is not { } results || CanWriteResults(results, error));
    }

    private static bool CanWriteResults(string path, TextWriter error) =>
        CanCreate(path, error) && CanCreate(OutputPath.PartOf(path), error);

    private static int ShowList(TextWriter output, bool terminal)
    {
        ScenarioFile[] files =
            [.. ShippedScenarios.Names.Select(name => ScenarioFile.Read(ShippedScenarios.Find(name)!))];
        new Sheet(output, terminal).Table(
            ["scenario", "story"],
            files.Select(file => new[] { Path.GetFileNameWithoutExtension(file.Path), file.Scenario?.Story ?? "" }));
        return ExitCode.Passed;
    }

    private static int ShowSchema(TextWriter output)
    {
        output.Write(ScenarioSchema.Text());
        return ExitCode.Passed;
    }

    private static int Refuse(InvocationConfiguration console, string reason)
    {
        console.Error.WriteLine($"swapsim run: {reason}");
        return ExitCode.WrongInput;
    }

    /// <summary>False, and the reason told, when the file cannot be written.</summary>
    private static bool CanCreate(string path, TextWriter error)
    {
        if (OutputPath.Against(path) is not { } reason)
        {
            return true;
        }

        error.WriteLine($"swapsim run: {reason}");
        return false;
    }
}
