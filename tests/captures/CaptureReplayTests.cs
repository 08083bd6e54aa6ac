using System.Globalization;
using System.Text.Json;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>Every capture, replayed as a user would, says what its expectation says and nothing else.</summary>
public sealed class CaptureReplayTests
{
    public static TheoryData<string> Names => [.. CaptureFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_of_a_capture_says_what_its_name_says(string name)
    {
        CaptureExpectation expected = CaptureExpectations.Of(name);
        JsonElement summary = Summary(name);
        Assert.Equal(expected.Stages, string.Join(", ", All(summary, "stages").Select(stage => Text(stage, "stage"))));
        Assert.Equal(
            expected.Warnings,
            All(summary, "warnings").Select(change => $"{Number(change, "level")} {Text(change, "warning")}"));
        Assert.Equal(
            expected.Refused,
            All(summary, "refused").Select(refusal => $"{Number(refusal, "count")} {Text(refusal, "reason")}"));
        string[] counts = [.. All(summary, "messages").Select(row => $"{Text(row, "message")} {Number(row, "count")}")];
        Assert.All(expected.Counts, count => Assert.Contains(count, counts));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Node_on_the_bus_of_a_capture_believes_what_it_should_and_no_more(string name)
    {
        CaptureExpectation expected = CaptureExpectations.Of(name);
        SwapPackHistory history = new();
        Dictionary<string, long> heardMs = [];
        long endMs = 0;
        foreach (CanFrame frame in Frames(name))
        {
            history.Accept(frame);
            endMs = frame.TimeMs;
            if (J1939.Pgn(frame.Id) == BayStatusFrame.Pgn)
            {
                heardMs[J1939.Source(frame.Id).ToString("X2", CultureInfo.InvariantCulture)] = endMs;
            }
        }

        bool swapPack = name.StartsWith("swappack", StringComparison.Ordinal);
        Assert.Equal(swapPack ? expected.Lock : "never received", history.Locks);
        Assert.Equal(swapPack ? expected.Stage1 : "never received", history.Stages);
        Assert.Equal(expected.Codes, history.Codes);
        Assert.Equal(expected.LostLocks, history.LostLocks);
        const int limitMs = BayStatusFrame.PeriodMs * StationLink.StalePeriods;
        IEnumerable<string> silent = heardMs.Where(node => endMs - node.Value > limitMs).Select(node => node.Key);
        Assert.Equal(expected.SilentNodes, string.Join(", ", silent));
    }

    [Theory]
    [InlineData("gbt27930_charger_pauses_and_goes_on", true, false)]
    [InlineData("gbt27930_cold_pack_pauses_and_raises_nothing", true, true)]
    [InlineData("gbt27930_ccs_every_69_ms_raises_nothing", false, false)]
    public void Pause_is_seen_for_as_long_as_it_lasts(string name, bool isSeen, bool isLeft)
    {
        PackMonitor monitor = new();
        bool seen = false;
        foreach (CanFrame frame in Frames(name))
        {
            monitor.Accept(frame);
            monitor.Poll(frame.TimeMs);
            seen |= monitor.Session.IsPaused;
        }

        Assert.Equal(isSeen, seen);
        Assert.Equal(isLeft, monitor.Session.IsPaused);
    }

    private static IEnumerable<CanFrame> Frames(string name)
    {
        foreach (string line in File.ReadLines(CaptureFiles.PathOf(name)))
        {
            string[] parts = line.Split(' ');
            CanFrame frame = new();
            if (FrameText.Parse(parts[2], frame) is null)
            {
                decimal seconds = decimal.Parse(parts[0].Trim('(', ')'), CultureInfo.InvariantCulture);
                frame.TimeMs = (long)(seconds * 1000);
                yield return frame;
            }
        }
    }

    private static JsonElement Summary(string name)
    {
        (int exitCode, string output, _) = CliRun.Of("replay", "--quiet", CaptureFiles.PathOf(name));
        Assert.Equal(ExitCode.Passed, exitCode);
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("summary");
    }

    private static JsonElement.ArrayEnumerator All(JsonElement of, string name) =>
        of.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();
}
