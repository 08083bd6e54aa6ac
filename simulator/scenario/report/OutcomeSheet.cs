using System.Globalization;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Results for people: one scenario with all that was seen, several as a table.</summary>
public static class OutcomeSheet
{
    /// <summary>One scenario on its own: its story, what the station did, each expectation with its moment.</summary>
    public static void ShowOne(Sheet sheet, RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(outcome);
        Scenario scenario = outcome.Scenario;
        sheet.Line($"{scenario.Name}: {scenario.Story}");
        if (scenario.Claim.Length > 0)
        {
            sheet.Line($"Claim: {scenario.Claim}");
        }

        if (outcome.Report is { } report)
        {
            sheet.Line(report.About);
            DemonstrationCommand.ShowStation(report, sheet);
        }

        if (outcome.Result is { Met.Count: > 0 } result)
        {
            sheet.Table(["line", "expected", ">when"], result.Met.Select(met => Row(outcome, met)));
            sheet.Line();
        }

        ShowReasons(sheet, outcome);
        sheet.Verdict(Sentence(outcome), outcome.ExitCode == ExitCode.Passed);
    }

    /// <summary>Several: a row each, the reasons of those that did not pass, and how many did.</summary>
    public static void ShowAll(Sheet sheet, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(outcomes);
        sheet.Table(
            ["scenario", "verdict", ">expectations", ">virtual time", ">real s", ">events"],
            outcomes.Select(outcome => new[]
            {
                outcome.Scenario.Name,
                outcome.Verdict,
                Expectations(outcome),
                outcome.Result is { } result ? Words.Duration(result.VirtualMs) : "",
                ((outcome.Result?.WallMs ?? 0) / 1000.0).ToString("0.00", CultureInfo.InvariantCulture),
                outcome.Result?.Events.ToString(CultureInfo.InvariantCulture) ?? "",
            }));
        sheet.Line();
        foreach (RunOutcome outcome in outcomes)
        {
            ShowReasons(sheet, outcome);
        }

        int passed = outcomes.Count(one => one.ExitCode == ExitCode.Passed);
        sheet.Verdict(
            Invariant($"{passed} of {outcomes.Count} scenarios passed, in ")
                + $"{Words.Duration((long)lasted.TotalMilliseconds)}.",
            passed == outcomes.Count);
    }

    private static void ShowReasons(Sheet sheet, RunOutcome outcome)
    {
        if (outcome.ExitCode == ExitCode.Passed)
        {
            return;
        }

        foreach (string reason in outcome.Reasons())
        {
            sheet.Line(reason);
        }

        if (outcome.Record.Length > 0)
        {
            sheet.Line($"  recorded: swapsim replay {outcome.Record}");
        }

        sheet.Line();
    }

    private static string[] Row(RunOutcome outcome, ExpectationMet met)
    {
        bool failed = outcome.Result!.Failures.Any(failure => failure.Place == met.Expectation.Place);
        string when = failed ? "FAILED"
            : met.AtMs is not { } atMs ? "not known yet"
            : met.Expectation.Kind is ExpectationKind.Never ? "kept"
            : met.Expectation.Kind is ExpectationKind.Finally ? "at the end"
            : Words.Duration(atMs);
        return [met.Expectation.Place.Line.ToString(CultureInfo.InvariantCulture), met.Expectation.Text, when];
    }

    private static string Expectations(RunOutcome outcome) => outcome.Result is not { } result ? ""
        : Invariant($"{result.Met.Count(met => met.AtMs is not null)}/{result.Met.Count}");

    private static string Sentence(RunOutcome outcome) => outcome.Result is not { } result
        ? $"A defect of the simulator ended {outcome.Scenario.Name}."
        : result.Passed
            ? Invariant($"{outcome.Scenario.Name} passed: {Met(result)} in ")
                + Invariant($"{Words.Duration(result.VirtualMs)} of virtual time; the city has {result.Events} events.")
        : $"{outcome.Scenario.Name} {outcome.Verdict}.";

    private static string Met(ScenarioResult result) => result.Met.Count == 0
        ? "nothing was expected," : Invariant($"{result.Met.Count} expectations met");
}
