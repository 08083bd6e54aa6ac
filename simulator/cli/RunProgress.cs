using Spectre.Console;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A bar that says how far scenarios are, on a terminal that somebody looks at; gone at the end.</summary>
public static class RunProgress
{
    /// <summary>A terminal, and no CI server behind it.</summary>
    public static bool IsWanted(bool terminal) =>
        terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    public static IReadOnlyList<RunOutcome> Run(
        RunOptions options, IReadOnlyList<Scenario> scenarios, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(scenarios);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        IReadOnlyList<RunOutcome> outcomes = [];
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Text("", 0), maxValue: scenarios.Count);
                int over = 0;
                RunBatch batch = new(options)
                {
                    Moved = (scenario, nowMs) => bar.Description = Text(scenario.Name, nowMs),
                    Over = _ => bar.Value = Interlocked.Increment(ref over),
                };
                outcomes = batch.Run(scenarios);
            });
        return outcomes;

        string Text(string name, long nowMs) =>
            Markup.Escape(Invariant($"{scenarios.Count} scenario(s) {name,-32} {Words.Duration(nowMs),10}"));
    }
}
