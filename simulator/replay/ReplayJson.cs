using System.Text.Encodings.Web;
using System.Text.Json;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Writes a replay as JSON lines: one object a message, and the summary last.</summary>
public sealed class ReplayJson(Stream stream) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (PackValue Value, string Name, Unit Unit)[] PackValues = [.. Enum.GetValues<PackValue>()
        .Select(value => (value, Unit.Of(value.ToString()).Strip(value.ToString()), Unit.Of(value.ToString())))];

    private readonly Utf8JsonWriter _json = new(stream, Options);

    public void Dispose() => _json.Dispose();

    /// <summary>One decoded message with the monitor's view at that moment.</summary>
    public void Message(
        CaptureLine line, MessageForm form, (byte[] Data, int Length) payload, long? requestLine, ReplayView view)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(view);
        CanFrame frame = line.Frame;
        _json.WriteStartObject();
        _json.WriteNumber("time", line.TimeUs / 1_000_000m);
        _json.WriteNumber("elapsed", frame.TimeMs / 1000m);
        _json.WriteNumber("line", line.Number);
        _json.WriteString("interface", line.Interface);
        _json.WriteString("id", FrameText.Format(frame).Split('#')[0]);
        _json.WriteString("message", form.Name);
        _json.WriteString("title", form.Title);
        _json.WriteString("from", BusWords.Sender(frame.Id));
        _json.WriteString("to", BusWords.Receiver(frame.Id));
        if (requestLine is { } begun)
        {
            _json.WriteNumber("transportFromLine", begun);
        }

        _json.WriteString("data", Convert.ToHexString(payload.Data, 0, payload.Length));
        _json.WriteStartObject("fields");
        foreach (FieldValue field in form.Fields(payload.Data, payload.Length, view.CurrentShiftMa))
        {
            Field(field);
        }

        _json.WriteEndObject();
        Pack(view, frame.TimeMs);
        Warnings("warnings", view.News);
        EndLine();
    }

    public void Summary(ReplaySummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteStartObject();
        _json.WriteStartObject("summary");
        _json.WriteString("file", summary.File);
        _json.WriteNumber("lines", summary.Lines);
        _json.WriteNumber("frames", summary.Frames);
        _json.WriteNumber("transportFrames", summary.TransportFrames);
        _json.WriteNumber("decoded", summary.Decoded);
        _json.WriteNumber("seconds", summary.DurationMs / 1000m);
        _json.WriteNumber("timeWentBack", summary.TimeWentBack);
        Messages(summary);
        Refused(summary);
        _json.WriteStartArray("stages");
        foreach (ReplayStage stage in summary.Stages)
        {
            _json.WriteStartObject();
            _json.WriteNumber("elapsed", stage.ElapsedMs / 1000m);
            _json.WriteNumber("line", stage.Line);
            _json.WriteString("interface", stage.Interface);
            _json.WriteString("stage", stage.Stage);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteNumber("stageCount", summary.StageCount);
        Warnings("warnings", summary.Warnings);
        _json.WriteNumber("warningCount", summary.WarningCount);
        _json.WriteEndObject();
        EndLine();
    }

    private void Messages(ReplaySummary summary)
    {
        _json.WriteStartArray("messages");
        foreach (MessageCount message in summary.Messages)
        {
            _json.WriteStartObject();
            _json.WriteString("interface", message.Interface);
            _json.WriteString("message", message.Name);
            _json.WriteNumber("count", message.Count);
            _json.WriteNumber("expectedMs", message.ExpectedMs);
            if (message.MeanMs is { } meanMs)
            {
                _json.WriteNumber("meanMs", meanMs);
            }

            _json.WriteNumber("pauses", message.Pauses);
            _json.WriteNumber("longestGapMs", message.LongestGapMs);

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Refused(ReplaySummary summary)
    {
        _json.WriteStartArray("refused");
        foreach (RefusalCount refusal in summary.Refused)
        {
            _json.WriteStartObject();
            _json.WriteString("reason", refusal.Reason);
            _json.WriteNumber("count", refusal.Count);
            _json.WriteStartArray("firstLines");
            foreach (long line in refusal.Lines)
            {
                _json.WriteNumberValue(line);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Pack(ReplayView view, long nowMs)
    {
        _json.WriteStartObject("pack");
        _json.WriteString("stage", view.Stage);
        PackReading reading = view.Reading(nowMs);
        foreach ((PackValue value, string name, Unit unit) in PackValues)
        {
            Quality quality = reading.QualityOf(value);
            if (quality != Quality.NotAvailable)
            {
                Field(new FieldValue(name, unit.Scale(reading.Value(value)), unit.Symbol, quality, null));
            }
        }

        _json.WriteEndObject();
    }

    private void Field(FieldValue field)
    {
        _json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(field.Name));
        if (field.Value is { } value)
        {
            _json.WriteNumber("value", value);
        }
        else if (field.Quality == Quality.NotAvailable)
        {
            _json.WriteNull("value");
        }
        else
        {
            _json.WriteString("value", field.Means);
        }

        if (field.Unit.Length > 0)
        {
            _json.WriteString("unit", field.Unit);
        }

        if (field.Value is not null && field.Means is not null)
        {
            _json.WriteString("means", field.Means);
        }

        _json.WriteString("quality", Words.Of(field.Quality));
        _json.WriteEndObject();
    }

    private void Warnings(string name, IEnumerable<ReplayWarning> warnings)
    {
        _json.WriteStartArray(name);
        foreach (ReplayWarning warning in warnings)
        {
            _json.WriteStartObject();
            _json.WriteNumber("elapsed", warning.ElapsedMs / 1000m);
            _json.WriteNumber("line", warning.Line);
            _json.WriteString("interface", warning.Interface);
            _json.WriteString("warning", warning.Text);
            _json.WriteNumber("level", warning.Level);
            _json.WriteString("change", warning.Level > 0 ? "raised" : "cleared");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        stream.WriteByte((byte)'\n');
    }
}
