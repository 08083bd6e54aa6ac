using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The summary of a replay for people.</summary>
public static class ReplayText
{
    private const string Heading = "interface";

    public static void Write(ReplaySummary summary, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(to);
        string duration = Words.Duration(summary.DurationMs);
        string buses = IsOne(summary) ? "" : Invariant($", {summary.Interfaces.Count} interfaces");
        to.WriteLine(Invariant(
            $"{summary.File}: {summary.Lines} lines, {summary.Frames} frames in {duration}{buses}"));
        to.WriteLine(Invariant(
            $"{summary.Decoded} messages decoded, {summary.TransportFrames} frames carried by the transport protocol"));
        WriteMessages(summary, to);
        WriteRefused(summary, to);
        to.WriteLine("stages of the charging session:");
        foreach (ReplayStage stage in summary.Stages)
        {
            string bus = Of(summary, stage.Interface);
            to.WriteLine(Invariant(
                $"  {stage.ElapsedMs / 1000.0,9:0.000} s  line {stage.Line,-7} {bus}{stage.Stage}"));
        }

        WriteMore(summary.StageCount - summary.Stages.Count, to);
        WriteWarnings(summary, to);
        WriteMore(summary.WarningCount - summary.Warnings.Count, to);
    }

    private static void WriteMore(long left, TextWriter to)
    {
        if (left > 0)
        {
            to.WriteLine(Invariant($"  and {left} more"));
        }
    }

    private static void WriteMessages(ReplaySummary summary, TextWriter to)
    {
        string bus = Of(summary, Heading);
        to.WriteLine($"  {bus}message          count   mean period   expected   pauses   longest gap");
        foreach (MessageCount message in summary.Messages)
        {
            string mean = message.MeanMs is { } meanMs ? Invariant($"{meanMs} ms") : "";
            string gap = message.Count < 2 ? "" : Invariant($"{message.LongestGapMs} ms");
            string expected = message.ExpectedMs == 0 ? "" : Invariant($"{message.ExpectedMs} ms");
            bus = Of(summary, message.Interface);
            to.WriteLine(Invariant(
                $"  {bus}{message.Name,-14} {message.Count,7}   {mean,11}   {expected,8}   ")
                + Invariant($"{message.Pauses,6}   {gap,11}"));
        }
    }

    private static void WriteRefused(ReplaySummary summary, TextWriter to)
    {
        to.WriteLine(Invariant($"refused: {summary.Refused.Sum(refusal => refusal.Count)}"));
        foreach (RefusalCount refusal in summary.Refused)
        {
            to.WriteLine($"  {refusal}");
        }

        if (summary.TimeWentBack > 0)
        {
            to.WriteLine(Invariant($"time stamps that go back: {summary.TimeWentBack}"));
        }
    }

    private static void WriteWarnings(ReplaySummary summary, TextWriter to)
    {
        to.WriteLine(Invariant($"warnings raised or cleared: {summary.WarningCount}"));
        foreach (ReplayWarning warning in summary.Warnings)
        {
            string change = warning.Level > 0
                ? Invariant($"level {warning.Level}")
                : "cleared";
            string bus = Of(summary, warning.Interface);
            to.WriteLine(Invariant(
                $"  {warning.ElapsedMs / 1000.0,9:0.000} s  line {warning.Line,-7} {bus}{change}  {warning.Text}"));
        }
    }

    private static bool IsOne(ReplaySummary summary) => summary.Interfaces.Count <= 1;

    /// <summary>A column with the bus, where there are several.</summary>
    private static string Of(ReplaySummary summary, string bus) =>
        IsOne(summary) ? "" : bus.PadRight(summary.Interfaces.Max(one => Math.Max(one.Length, Heading.Length))) + " ";
}
