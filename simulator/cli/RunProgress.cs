using System.Diagnostics;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// A line that says how far scenarios are, on a terminal that somebody looks at; gone at the end. It is never longer
/// than the terminal is wide, and has no colours.
/// </summary>
public sealed class RunProgress
{
    private const string Erase = "\r\u001b[2K";
    private const int MostBar = 20;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _output;
    private readonly Func<int> _width;
    private readonly int _scenarios;
    private readonly Lock _gate = new();
    private long _shown;
    private int _over;

    private RunProgress(TextWriter output, Func<int> width, int scenarios) =>
        (_output, _width, _scenarios) = (output, width, scenarios);

    /// <summary>A terminal that can erase a line, and no CI server behind it.</summary>
    public static bool IsWanted(bool terminal) =>
        terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <param name="options">How they are run.</param>
    /// <param name="scenarios">All of them.</param>
    /// <param name="output">A terminal.</param>
    /// <param name="width">Its columns; as the machine says when left out.</param>
    public static IReadOnlyList<RunOutcome> Run(
        RunOptions options, IReadOnlyList<Scenario> scenarios, TextWriter output, Func<int>? width = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(output);
        RunProgress progress = new(output, width ?? Width, scenarios.Count);
        try
        {
            return new RunBatch(options) { Moved = progress.Move, Over = progress.End }.Run(scenarios);
        }
        finally
        {
            output.Write(Erase);
            output.Flush();
        }
    }

    /// <summary>The whole line, of at most so many letters.</summary>
    public static string Text(int over, int scenarios, string name, long nowMs, int most)
    {
        string count = Invariant($"{over} of {scenarios}");
        string time = Words.Duration(nowMs);
        int bar = Math.Min(MostBar, most - count.Length - name.Length - time.Length - 3);
        string drawn = "";
        if (bar >= 4)
        {
            int full = bar * over / Math.Max(1, scenarios);
            drawn = $" {new string('━', full)}{new string('╌', bar - full)}";
        }

        string text = $"{count}{drawn} {name} {time}";
        return text.Length <= most ? text : most < 1 ? "" : text[..(most - 1)] + "…";
    }

    private void Move(Scenario scenario, long nowMs)
    {
        using Lock.Scope scope = _gate.EnterScope();
        if (_shown == 0 || Stopwatch.GetElapsedTime(_shown) > Rest)
        {
            _shown = Stopwatch.GetTimestamp();

            // In the last column some terminals begin a new line.
            _output.Write(Erase + Text(_over, _scenarios, scenario.Name, nowMs, _width() - 1));
            _output.Flush();
        }
    }

    private void End(RunOutcome outcome)
    {
        using Lock.Scope scope = _gate.EnterScope();
        _over++;
    }

    private static int Width()
    {
        const int Usual = 80;
        try
        {
            return Console.WindowWidth is > 0 and int width ? width : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
