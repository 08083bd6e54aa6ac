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

        if (RunFiles.Read(asked, arguments.IsAll(parsed), console.Error) is not { } scenarios)
        {
            return ExitCode.WrongInput;
        }

        if (arguments.Options(parsed, scenarios.Count, out string refusal) is not { } options)
        {
            return Refuse(console, refusal);
        }

        return scenarios.Select(scenario => Against(scenario, options)).FirstOrDefault(wrong => wrong is not null)
            is { } against ? Refuse(console, against) : Run(scenarios, options, terminal, console);
    }

    private static string? Against(Scenario scenario, RunOptions options)
    {
        BoardChoice boards = options.Boards ?? scenario.Station.Boards;
        return boards.FitsNone(scenario.Station.Kind.Kinds)
                ? $"{boards.Name}: no node of '{scenario.Name}' runs on this board"
            : options.Record is not null && options.RealTime && boards.Kinds.Count > 0
                ? "--record: boards in real time run with threads of their own, which no replay can repeat; "
                    + "--board virtual, or full speed"
            : null;
    }

    private static int Run(
        IReadOnlyList<Scenario> scenarios, RunOptions options, bool terminal, InvocationConfiguration console)
    {
        if (!CanWrite(options, scenarios.Count, console.Error, out Stream? junit))
        {
            return ExitCode.WrongInput;
        }

        using (junit)
        {
            DateTimeOffset beganAt = DateTimeOffset.UtcNow;
            long began = Stopwatch.GetTimestamp();
            IReadOnlyList<RunOutcome> outcomes = RunProgress.IsWanted(terminal) && !options.Json
                ? RunProgress.Run(options, scenarios, console.Output)
                : new RunBatch(options).Run(scenarios);
            TimeSpan lasted = Stopwatch.GetElapsedTime(began);
            if (junit is not null)
            {
                JUnitReport.Write(junit, outcomes, lasted, beganAt);
            }

            Show(outcomes, lasted, options, new Sheet(console.Output, terminal), console.Output);
            foreach (RunOutcome outcome in outcomes.Where(one => one.Result is null))
            {
                console.Error.WriteLine($"swapsim: {outcome.Scenario.Path}: {outcome.Defect}");
            }

            return RunOutcome.ExitCodeOf(outcomes);
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
    private static bool CanWrite(RunOptions options, int scenarios, TextWriter error, out Stream? junit)
    {
        junit = null;
        foreach (string? path in new[] { options.Candump, RunBatch.RecordOf(options, "x", scenarios) })
        {
            if (path is null)
            {
                continue;
            }

            using FileStream? file = Open(path, error);
            if (file is null)
            {
                return false;
            }

            file.Dispose();
            File.Delete(path);
        }

        return options.JUnit is not { } results || (junit = Open(results, error)) is not null;
    }

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

    /// <summary>Null, and the reason told, when the file cannot be written.</summary>
    private static FileStream? Open(string path, TextWriter error)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
            return File.Create(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"swapsim run: {YamlErrors.Quote(path)}: cannot be written: {problem.Message}");
            return null;
        }
    }
}
