using System.Text.Json;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Uart;

public sealed class CaptureFormatTests : IDisposable
{
    private const string Asc =
        """
        date Mon Sep 15 10:00:00.000 am 2025
        base hex  timestamps absolute
        internal events logged
        // version 9.0.0
        Begin Triggerblock Mon Sep 15 10:00:00.000 am 2025
           0.000000 Start of measurement
           0.010000 CAN 1 Status:chip status error active
           0.100000 1  182756F4x       Rx   d 2 8E 17  Length = 552000 BitCount = 76 ID = 405231348x
           0.200000 1  1826F456x       Tx   d 3 01 01 00
           0.250000 1  Statistic: D 2 R 0 XD 0 XR 0 E 0 O 0 B 0.40%
        End TriggerBlock
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly string _log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_log);
    }

    [Fact]
    public void An_ASC_log_is_told_by_its_content_and_its_events_are_no_faults()
    {
        Assert.Equal(["(0.100000) can0 182756F4#8E17", "(0.200000) can0 1826F456#010100"], Frames(Asc));
        JsonElement summary = Summary();
        Assert.Empty(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal(2, summary.GetProperty("decoded").GetInt64());
    }

    [Theory]
    [InlineData("base dec  timestamps absolute", "0.5 1 405231348x Rx d 2 142 23")]
    [InlineData("base hex  timestamps relative", "0.25 Start of measurement\n0.25 1 182756F4x Rx d 2 8E 17")]
    [InlineData("base hex  timestamps absolute", "0.5 1 Bhm Rx d 2 8E 17 Length = 1 BitCount = 2 ID = 405231348x")]
    [InlineData("base hex  timestamps absolute", "0.5 CANFD 1 Rx 182756F4x 0 0 2 2 8E 17 230000 115 0 0 0 0 0 0")]
    [InlineData("base hex  timestamps absolute", "0.5 CANFD 1 Rx 182756F4x Bhm 0 0 2 2 8E 17 230000 115 0 0 0 0")]
    [InlineData("", "0.5 1 182756f4x Rx d 2 8E 17")]
    public void Every_way_in_which_ASC_writes_a_frame_gives_the_same_frame(string heading, string text) =>
        Assert.Equal(["(0.500000) can0 182756F4#8E17"], Frames(heading + "\n" + text + "\n"));

    [Fact]
    public void A_length_above_8_means_8_and_short_identifiers_stay_short() => Assert.Equal(
        ["(1.000000) can0 123#0001020304050607", "(1.000000) can0 07F#"],
        Frames("1.0 1 123 Rx d F 00 01 02 03 04 05 06 07\n1.0 1 7F Rx d 0\n"));

    [Theory]
    [InlineData("0.3 1 ErrorFrame ECC: 10100010", "error frame")]
    [InlineData("0.3 CANFD 1 Rx ErrorFrame Not Acknowledge error, dominant", "error frame")]
    [InlineData("0.3 CANFD 1 Rx Name 0 0 2 2 8E 17 1 2 0 0", "identifier is a name or no number")]
    [InlineData("0.3 1 182756F4x Rx r", "remote frame")]
    [InlineData("0.3 1 182756F4x TxRq d 2 8E 17", "request to send (the frame follows when it was sent)")]
    [InlineData("0.3 1 182756F4x Rx d", "torn line: no length")]
    [InlineData("0.3 1 182756F4x Rx d 2 8E", "fewer data bytes than its length")]
    [InlineData("0.3 1 182756F4x Rx d 2 8E 1G", "data byte is no number of the base")]
    [InlineData("0.3 1 182756F4x Rx d 10 8E 17", "length is not 0 to 8")]
    [InlineData("0.3 1 182756F4x Rx q 2 8E 17", "neither a data frame nor a remote one")]
    [InlineData("0.3 1 Bhm Rx d 2 8E 17", "identifier is a name or no number")]
    [InlineData("0.3 1 800 Rx d 2 8E 17", "identifier above 7FF")]
    [InlineData("0.3 1 20000000x Rx d 2 8E 17", "identifier above 1FFFFFFF")]
    [InlineData("0.3 CANFD 1 Rx 123 1 0 9 12 00 01 02 03 04 05 06 07 08 09 0A 0B 1 2 3000 0", "CAN FD frame")]
    [InlineData("0.3", "torn line: nothing after the time stamp")]
    [InlineData("noise", "no time stamp at the start of the line")]
    public void A_bad_line_of_ASC_is_counted_with_its_number(string bad, string reason)
    {
        AssertRefused(Asc + "\n" + bad + "\n0.5 1 182756F4x Rx d 2 8E 17\n", reason, 12, 3);
    }

    [Theory]
    [InlineData("time,id,extended,length,data", "0.5,182756F4,1,2,8E17")]
    [InlineData("time;id;data", "0.5;0x182756f4;8e 17")]
    [InlineData("\"time\"\t\"id\"\t\"data\"", "0.5\t182756F4\t8E17")]
    [InlineData("id,data,time_ms,note", "182756F4,8E17,500,anything")]
    [InlineData("time_us,ID,d0,d1,d2", "500000,182756F4,8E,17,")]
    [InlineData("Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2,D3", "500000,182756F4,true,Rx,0,2,8E,17,,")]
    [InlineData("time_us,id,length,d0,d1,d2,d3", "500000,182756F4,2,8E,17,00,00,")]
    [InlineData("# made by hand\ntime,id,data", "# a comment\n0.5,182756F4,8E17")]
    public void Every_column_layout_that_is_stated_gives_the_same_frame(string heading, string text) =>
        Assert.Equal(["(0.500000) can0 182756F4#8E17"], Frames(heading + "\r\n" + text + "\r\n"));

    [Fact]
    public void Without_a_column_for_it_more_than_three_digits_make_an_identifier_extended()
    {
        Assert.Equal(
            ["(0.000000) can0 123#00", "(0.000000) can0 00000123#00"],
            Frames("time,id,data\n0,123,00\n0,00000123,00\n"));
        Assert.Equal(["(0.000000) can0 00000123#00"], Frames("time,id,extended,data\n0,123,true,00\n"));
    }

    [Theory]
    [InlineData("x,182756F4,1,2,8E17,0,0", "time is not a number")]
    [InlineData("0.3,xyz,1,2,8E17,0,0", "identifier is not hexadecimal")]
    [InlineData("0.3,182756F4,0,2,8E17,0,0", "identifier above 7FF")]
    [InlineData("0.3,182756F4,1,3,8E17,0,0", "length contradicts the data bytes")]
    [InlineData("0.3,182756F4,1,2,8E1,0,0", "odd number of hex digits")]
    [InlineData("0.3,182756F4,1,2,8E1X,0,0", "data is not hexadecimal")]
    [InlineData("0.3,182756F4,1,8,000102030405060708,0,0", "more than 8 data bytes")]
    [InlineData("0.3,182756F4,1,9,0001020304050607,0,0", "length is not 0 to 8")]
    [InlineData("0.3,182756F4,1,2,8E17,1,0", "remote frame")]
    [InlineData("0.3,182756F4,1,2,8E17,0,1", "error frame")]
    [InlineData("0.3", "identifier is not hexadecimal")]
    public void A_bad_line_of_CSV_is_counted_with_its_number(string bad, string reason)
    {
        const string Good = "0.1,182756F4,1,2,8E17,0,0\n";
        AssertRefused("time,id,extended,length,data,remote,error\n" + Good + bad + "\n" + Good, reason, 3, 2);
    }

    [Fact]
    public void A_candump_log_written_from_any_format_reads_as_the_same_frames()
    {
        string[] frames = Frames(Asc);
        Assert.Equal(frames, Frames(string.Join('\n', frames)));
    }

    [Fact]
    public void The_capture_itself_is_never_overwritten()
    {
        File.WriteAllText(_path, Asc);
        (int exitCode, _, string error) = CliRun.Of("replay", _path, "--to-candump", _path);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("is the capture itself", error, StringComparison.Ordinal);
        Assert.Equal(Asc, File.ReadAllText(_path));
    }

    [Fact]
    public void A_heading_without_frames_is_refused_with_the_format()
    {
        File.WriteAllText(_path, "time,id,data\n");
        (int exitCode, _, string error) = CliRun.Of("replay", _path);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Equal($"swapsim replay: {_path}:1: no frame in this CSV: no frames\n", error);
    }

    [Theory]
    [InlineData("auto", 2, 0)]
    [InlineData("charger", 1, 1)]
    [InlineData("pack", 1, 1)]
    public void A_bus_that_was_named_judges_every_frame_as_its_own(string bus, int decoded, int refused)
    {
        File.WriteAllText(_path, "(1.0) can0 182756F4#8E17\n(1.1) can0 18FFF8A7#0056000000000000\n");
        JsonElement summary = Summary("--bus", bus);
        Assert.Equal(decoded, summary.GetProperty("decoded").GetInt64());
        Assert.Equal(refused, summary.GetProperty("refused").GetArrayLength());
    }

    [Fact]
    public void A_bench_plays_the_frames_of_a_capture_and_states_its_rate()
    {
        File.WriteAllText(_path, Asc);
        using BoundedLines lines = new(File.OpenRead(_path));
        CaptureReader? reader = CaptureFormats.Open(lines, out _);
        Assert.NotNull(reader);
        ReplayBench bench = new(reader, ReplayBus.Auto);
        Assert.Equal(2, bench.Frames);
        Assert.Matches(
            @"^\d+ frames a second \(\d+ ns a frame, [\d.]+ bytes allocated a frame\) over \d+ frames; ",
            bench.Run(TimeSpan.Zero));
    }

    private string[] Frames(string text)
    {
        File.WriteAllText(_path, text);
        (int exitCode, _, string error) = CliRun.Of("replay", "--quiet", _path, "--to-candump", _log);
        Assert.Equal("", error);
        Assert.Equal(ExitCode.Passed, exitCode);
        return File.ReadAllLines(_log);
    }

    private JsonElement Summary(params string[] more)
    {
        (int exitCode, string output, _) = CliRun.Of(["replay", "--quiet", _path, .. more]);
        Assert.Equal(ExitCode.Passed, exitCode);
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("summary");
    }

    private void AssertRefused(string text, string reason, long line, long frames)
    {
        File.WriteAllText(_path, text);
        JsonElement summary = Summary();
        JsonElement refused = Assert.Single(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal(reason, refused.GetProperty("reason").GetString());
        Assert.Equal(line, refused.GetProperty("firstLines")[0].GetInt64());
        Assert.Equal(frames, summary.GetProperty("frames").GetInt64());
    }
}
