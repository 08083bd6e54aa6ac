using System.Text;
using System.Text.Json;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class ReplayTests : IDisposable
{
    private const string Handshake = "(1.000000) can0 182756F4#8E17";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Each_decoded_message_is_a_line_of_JSON_and_the_last_line_is_the_summary()
    {
        (int exitCode, List<JsonElement> lines, _) = Replay(Handshake, "(1.25) can0 1826F456#010100");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal(3, lines.Count);
        JsonElement first = lines[0];
        Assert.Equal("BHM", first.GetProperty("message").GetString());
        Assert.Equal(1, first.GetProperty("line").GetInt64());
        JsonElement voltage = first.GetProperty("fields").GetProperty("maxVoltage");
        Assert.Equal(603m, voltage.GetProperty("value").GetDecimal());
        Assert.Equal("V", voltage.GetProperty("unit").GetString());
        Assert.Equal("valid", voltage.GetProperty("quality").GetString());
        Assert.Equal(0.25m, lines[1].GetProperty("elapsed").GetDecimal());
        Assert.Equal("handshake", lines[1].GetProperty("pack").GetProperty("stage").GetString());
        Assert.Equal(2, lines[2].GetProperty("summary").GetProperty("decoded").GetInt64());
    }

    [Fact]
    public void Current_after_the_dialects_CFC_has_its_offset_and_the_one_before_has_the_standards()
    {
        const string Demand = "can0 181056F4#52177A2602";
        (_, List<JsonElement> lines, _) = Replay("(1.0) " + Demand, "(1.1) can0 1830F456#0A02", "(1.2) " + Demand);
        Assert.Equal(585m, Current(lines[0]));
        Assert.Equal(-15m, Current(lines[2]));
        Assert.Equal(-15m, lines[2].GetProperty("pack").GetProperty("demandCurrent").GetProperty("value").GetDecimal());

        static decimal Current(JsonElement line) =>
            line.GetProperty("fields").GetProperty("current").GetProperty("value").GetDecimal();
    }

    [Theory]
    [InlineData("(1.1) can0 1827", "no '#' between identifier and data")]
    [InlineData("(1.1) can0", "torn line: no frame after the interface")]
    [InlineData("(1.1", "no time stamp in brackets")]
    [InlineData("182756F4#8E17", "no time stamp in brackets")]
    [InlineData("(x) can0 182756F4#8E17", "time stamp is not a number")]
    [InlineData("(1.1) can0 182756F4#8", "odd number of hex digits")]
    [InlineData("(1.1) can0 182756F4#8X17", "data is not hexadecimal")]
    [InlineData("(1.1) can0 82756F4#8E17", "identifier of 7 digits (3 or 8 expected)")]
    [InlineData("(1.1) can0 FFFFFFFF#00", "error frame")]
    [InlineData("(1.1) can0 182756F4#8E", "too short for its message")]
    [InlineData("(1.1) can0 18DAF456#8E17", "unknown identifier")]
    [InlineData("(1.1) can0 18275634#8E17", "between addresses that are not of this bus")]
    [InlineData("(1.1) can0 1826F4F4#010100", "between addresses that are not of this bus")]
    [InlineData("(1.1) can0 1CEB56F4#0101010006B40039", "transport frame of a session that was never opened")]
    public void A_bad_line_is_counted_with_its_number_and_the_rest_is_decoded(string bad, string reason)
    {
        (int exitCode, List<JsonElement> lines, string error) = Replay(Handshake, bad, "(1.5) can0 182756F4#8E17");
        Assert.Equal(ExitCode.Passed, exitCode);
        JsonElement summary = lines[^1].GetProperty("summary");
        Assert.Equal(2, summary.GetProperty("decoded").GetInt64());
        JsonElement refused = Assert.Single(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal(reason, refused.GetProperty("reason").GetString());
        Assert.Equal(2, refused.GetProperty("firstLines")[0].GetInt64());
        Assert.Contains($"1 x {reason} (line 2)", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_transport_session_that_never_ends_is_named_with_the_line_of_its_request(bool moreFollows)
    {
        List<string> text = [Handshake, "(1.1) can0 1CEC56F4#10310007FF000200", "(1.1) can0 1CECF456#110701FFFF000200"];
        if (moreFollows)
        {
            text.Add("(9.0) can0 182756F4#8E17");
        }

        (int exitCode, List<JsonElement> lines, _) = Replay([.. text]);
        Assert.Equal(ExitCode.Passed, exitCode);
        JsonElement refused = Assert.Single(lines[^1].GetProperty("summary").GetProperty("refused").EnumerateArray());
        Assert.Equal("transport session that never ended", refused.GetProperty("reason").GetString());
        Assert.Equal(2, refused.GetProperty("firstLines")[0].GetInt64());
    }

    [Fact]
    public void Line_numbers_of_a_frequent_refusal_are_bounded_and_its_count_is_not()
    {
        string[] bad = [.. Enumerable.Repeat("(1.1) can0 182756F4#8", 5_000)];
        (_, List<JsonElement> lines, string error) = Replay([Handshake, .. bad]);
        JsonElement refused = lines[^1].GetProperty("summary").GetProperty("refused")[0];
        Assert.Equal(5_000, refused.GetProperty("count").GetInt64());
        Assert.Equal(RefusalCount.KeptLines, refused.GetProperty("firstLines").GetArrayLength());
        Assert.Contains("and 4980 more", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_goes_back_is_counted_and_stops_nothing()
    {
        (int exitCode, List<JsonElement> lines, _) =
            Replay(Handshake, "(0.5) can0 182756F4#8E17", "(0.75) can0 182756F4#8E17");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal(0.25m, lines[2].GetProperty("elapsed").GetDecimal());
        Assert.Equal(1, lines[^1].GetProperty("summary").GetProperty("timeWentBack").GetInt64());
    }

    [Fact]
    public void Windows_line_ends_and_empty_lines_are_no_fault()
    {
        File.WriteAllText(_path, Handshake + "\r\n\r\n" + Handshake + " R\r\n");
        (int exitCode, string output, _) = CliRun.Of("replay", _path);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("\"decoded\":2", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        File.WriteAllText(_path, Handshake + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        (int exitCode, string output, _) = CliRun.Of("replay", _path);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("\"refused\":[]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_periods_leave_pauses_out_and_count_them()
    {
        string[] text = [.. new[] { 0.0, 0.25, 0.5, 60.0, 60.25 }.Select(time =>
            FormattableString.Invariant($"({time:0.000}) can0 1826F456#010100"))];
        (_, List<JsonElement> lines, _) = Replay(text);
        JsonElement message = Assert.Single(lines[^1].GetProperty("summary").GetProperty("messages").EnumerateArray());
        Assert.Equal(250, message.GetProperty("meanMs").GetInt64());
        Assert.Equal(1, message.GetProperty("pauses").GetInt64());
        Assert.Equal(59_500, message.GetProperty("longestGapMs").GetInt64());
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("Dear reader,\nthis is a letter.\n", "no line of a candump log, of Vector ASC, or of CSV")]
    [InlineData("\0\u0001\u0002binary\0\n", "not a text file")]
    public void What_is_no_capture_is_refused_with_file_line_and_reason(string content, string reason)
    {
        File.WriteAllText(_path, content);
        (int exitCode, string output, string error) = CliRun.Of("replay", _path);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Empty(output);
        Assert.StartsWith($"swapsim replay: {_path}:1: not a capture: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused_with_their_name()
    {
        Assert.Equal((ExitCode.WrongInput, "", $"swapsim replay: {_path}: no such file\n"), Run(_path));
        (int exitCode, _, string error) = Run(Path.GetTempPath());
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(Path.GetTempPath(), error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_an_end_does_not_fill_the_memory()
    {
        File.WriteAllText(_path, Handshake + "\n(1.1) can0 " + new string('A', 1_000_000) + "\n" + Handshake + "\n");
        (int exitCode, string output, _) = CliRun.Of("replay", _path);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("line too long", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_the_error_stream_empty()
    {
        File.WriteAllText(_path, Handshake + "\n");
        (_, _, string error) = CliRun.Of("replay", "--quiet", _path);
        Assert.Empty(error);
    }

    private static (int ExitCode, string Output, string Error) Run(string path)
    {
        (int exitCode, string output, string error) = CliRun.Of("replay", path);
        return (exitCode, output, error.ReplaceLineEndings("\n"));
    }

    private (int ExitCode, List<JsonElement> Lines, string Error) Replay(params string[] text)
    {
        File.WriteAllLines(_path, text, Encoding.ASCII);
        (int exitCode, string output, string error) = CliRun.Of("replay", _path);
        List<JsonElement> lines = [.. output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
        return (exitCode, lines, error);
    }
}
