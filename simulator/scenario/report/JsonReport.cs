using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SwapEdge.Simulator;

/// <summary>
/// Results as JSON lines: one a scenario, and <c>{"summary": …}</c> last. The README lists the fields: those that are
/// there stay, new ones may come.
/// </summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(outcomes);
        foreach (RunOutcome outcome in outcomes)
        {
            output.WriteLine(Of(outcome).ToJsonString(Options));
        }

        JsonObject summary = new()
        {
            ["scenarios"] = outcomes.Count,
            ["passed"] = outcomes.Count(one => one.ExitCode == ExitCode.Passed),
            ["failed"] = outcomes.Count(one => one.ExitCode == ExitCode.Failed),
            ["timed_out"] = outcomes.Count(one => one.ExitCode == ExitCode.TimedOut),
            ["defects"] = outcomes.Count(one => one.ExitCode == ExitCode.InternalError),
            ["wrong"] = outcomes.Count(one => one.Errors.Count > 0),
            ["not_run"] = outcomes.Count(one => one.IsLeftOut),
            ["wall_ms"] = (long)lasted.TotalMilliseconds,
        };
        output.WriteLine(new JsonObject { ["summary"] = summary }.ToJsonString(Options));
    }

    private static JsonObject Of(RunOutcome outcome)
    {
        JsonObject line = new()
        {
            ["name"] = outcome.Scenario.Name,
            ["path"] = outcome.Scenario.Path,
            ["scenario"] = outcome.Scenario.Story,
            ["claim"] = outcome.Scenario.Claim,
            ["seed"] = outcome.Seed,
            ["verdict"] = outcome.Verdict,
        };
        if (outcome.Result is { } result)
        {
            line["virtual_ms"] = result.VirtualMs;
            line["wall_ms"] = result.WallMs;
            line["events"] = result.Events;
            line["expectations"] = new JsonArray([.. result.Met.Select(Of)]);
            line["failures"] = new JsonArray([.. result.Failures.Select(Of)]);
        }
        else if (outcome.Errors.Count > 0)
        {
            line["errors"] = new JsonArray([.. outcome.Errors.Select(error => JsonValue.Create(error))]);
        }
        else if (!outcome.IsLeftOut)
        {
            line["defect"] = outcome.Defect;
        }

        if (outcome.Record.Length > 0)
        {
            line["record"] = outcome.Record;
        }

        return line;
    }

    private static JsonObject Of(ExpectationMet met) => new()
    {
        ["line"] = met.Expectation.Place.Line,
        ["expectation"] = met.Expectation.Text,
        ["met_ms"] = met.AtMs,
    };

    private static JsonObject Of(ScenarioFailure failure) => new()
    {
        ["file"] = failure.Place.File,
        ["line"] = failure.Place.Line,
        ["column"] = failure.Place.Column,
        ["expectation"] = failure.Expectation,
        ["reason"] = failure.Reason,
        ["at_ms"] = failure.AtMs,
    };
}
