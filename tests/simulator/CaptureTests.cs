using System.Text.Json;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Traffic that nobody here wrote; it lies outside the repository, where SWAPEDGE_REFERENCE says.</summary>
public sealed class CaptureTests
{
    private readonly List<JsonElement> _lines;
    private readonly int _exitCode;

    public CaptureTests()
    {
        string? reference = Environment.GetEnvironmentVariable("SWAPEDGE_REFERENCE");
        string path = Path.Combine(reference ?? "", "captures", "gbt27930-klie-ccs-timeout.log");
        bool there = reference is not null && File.Exists(path);
        Assert.SkipUnless(there, "SWAPEDGE_REFERENCE names no folder with captures");
        (_exitCode, string output, _) = CliRun.Of("replay", path);
        _lines = [.. output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
    }

    [Fact]
    public void A_real_session_decodes_whole_but_for_three_torn_data_fields_and_the_session_it_ends_in()
    {
        JsonElement summary = _lines[^1].GetProperty("summary");
        Assert.Equal(ExitCode.Passed, _exitCode);
        Assert.Equal(1149, summary.GetProperty("lines").GetInt64());
        Assert.Equal(1146, summary.GetProperty("frames").GetInt64());
        List<JsonElement> refused = [.. summary.GetProperty("refused").EnumerateArray()];
        Assert.Equal(2, refused.Count);
        Assert.Equal("odd number of hex digits", refused[0].GetProperty("reason").GetString());
        IEnumerable<long> lines = refused[0].GetProperty("firstLines").EnumerateArray().Select(line => line.GetInt64());
        Assert.Equal([32L, 34L, 35L], lines);
        Assert.Equal("transport session that never ended", refused[1].GetProperty("reason").GetString());
        Assert.Equal(1, refused[1].GetProperty("count").GetInt64());
    }

    [Fact]
    public void Its_identification_came_in_seven_packets()
    {
        JsonElement identification = _lines.First(line => line.GetProperty("message").GetString() is "BRM");
        Assert.Equal(14, identification.GetProperty("transportFromLine").GetInt64());
        JsonElement fields = identification.GetProperty("fields");
        Assert.Equal("KLIE", fields.GetProperty("maker").GetProperty("value").GetString());
        Assert.Equal(492.1m, fields.GetProperty("rated").GetProperty("value").GetDecimal());
        Assert.Equal(98, identification.GetProperty("data").GetString()!.Length);
    }

    [Fact]
    public void Its_end_is_a_time_out_that_the_BMS_reports_and_the_station_warns_of()
    {
        JsonElement summary = _lines[^1].GetProperty("summary");
        Assert.Equal("BEM", _lines[^2].GetProperty("message").GetString());
        Assert.Equal("failed", summary.GetProperty("stages").EnumerateArray().Last().GetProperty("stage").GetString());
        Assert.Contains(
            summary.GetProperty("warnings").EnumerateArray(),
            warning => warning.GetProperty("warning").GetString() is "BMS reports timeout: BMS missed CCS");
    }
}
