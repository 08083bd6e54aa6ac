using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SwapEdge.Simulator;

/// <summary>
/// What commissioning of a node has shown, step by step; kept as JSON (<c>report.schema.json</c>), and shown to people
/// as text. <c>outcome</c> and <c>step</c> are the same in every language; what was expected and seen is for people.
/// </summary>
public sealed record CommissionReport(string Node, IReadOnlyList<CommissionResult> Results)
{
    private static readonly JsonWriterOptions Form =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Version of the JSON: grows when a field changes its meaning or goes.</summary>
    public const int Version = 1;

    /// <summary>Of what was expected and seen: en or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>All passed; 1 when one has failed, 42 when nobody answered or nobody was there, 2 when there was no
    /// such step.</summary>
    public int Exit => Results.Count == 0 ? ExitCode.WrongInput
        : Results.Any(one => one.Outcome == CommissionOutcome.TimedOut) ? ExitCode.TimedOut
        : Results.Any(one => one.Outcome == CommissionOutcome.Failed) ? ExitCode.Failed : ExitCode.Passed;

    /// <summary>Of the whole: passed when every step was, or could not be judged.</summary>
    public CommissionOutcome Outcome => Exit switch
    {
        ExitCode.Passed => CommissionOutcome.Passed,
        ExitCode.TimedOut => CommissionOutcome.TimedOut,
        _ => CommissionOutcome.Failed,
    };

    /// <summary>An earlier report with what was done again now in its places.</summary>
    public CommissionReport After(CommissionReport earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        CommissionResult? Again(string step) => Results.FirstOrDefault(one => one.Step == step);
        return this with
        {
            Results =
            [
                .. earlier.Results.Select(old => Again(old.Step) ?? old),
                .. Results.Where(now => earlier.Results.All(old => old.Step != now.Step)),
            ],
        };
    }

    public string Json()
    {
        using MemoryStream bytes = new();
        using Utf8JsonWriter json = new(bytes, Form);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("node", Node);
        json.WriteString("language", Language);
        json.WriteString("outcome", Words.Of(Outcome));
        json.WriteStartArray("steps");
        foreach (CommissionResult result in Results)
        {
            json.WriteStartObject();
            json.WriteString("step", result.Step);
            json.WriteString("outcome", Words.Of(result.Outcome));
            json.WriteString("expected", result.Expected);
            json.WriteString("seen", result.Seen);
            json.WriteString("utc", ReportWriter.Utc(result.UtcMs));
            json.WriteNumber("utc_ms", result.UtcMs);
            json.WriteNumber("took_ms", result.TookMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>Null when it is no such report.</summary>
    public static CommissionReport? Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return root.GetProperty("version").GetInt32() != Version ? null : new CommissionReport(
                root.GetProperty("node").GetString()!,
                [.. root.GetProperty("steps").EnumerateArray().Select(step => new CommissionResult(
                    step.GetProperty("step").GetString()!,
                    Enum.GetValues<CommissionOutcome>().First(
                        each => Words.Of(each) == step.GetProperty("outcome").GetString()),
                    step.GetProperty("expected").GetString()!, step.GetProperty("seen").GetString()!,
                    step.GetProperty("utc_ms").GetInt64(), step.GetProperty("took_ms").GetInt64()))])
            {
                Language = root.GetProperty("language").GetString()!,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    public string Text(CommissionTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        StringBuilder text = new();
        text.AppendLine(Node);
        foreach (CommissionResult result in Results)
        {
            text.Append(ReportWriter.Utc(result.UtcMs)).Append("  ").Append(texts.Of($"outcome.{result.Outcome}"))
                .Append("  ").AppendLine(result.Step);
            text.Append("    ").AppendLine(result.Expected).Append("    ").AppendLine(result.Seen);
        }

        int passed = Results.Count(one => one.Outcome == CommissionOutcome.Passed);
        return text.AppendLine(texts.Of("summary", passed, Results.Count)).ToString();
    }
}
