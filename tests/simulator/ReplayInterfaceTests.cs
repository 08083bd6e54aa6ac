using System.Globalization;
using System.Text;
using System.Text.Json;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Each interface of a capture is a bus of its own: BMS and charger have the same addresses on all.</summary>
public sealed class ReplayInterfaceTests : IDisposable
{
    private static readonly string[] Buses = ["bay1", "bay2", "bay3", "bay4", "link", "swap1"];

    /// <summary>A truck's swap with four bays.</summary>
    private static readonly Lazy<string[]> Truck = new(Captured);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");
    private readonly string _log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_log);
    }

    [Fact]
    public void Four_bays_in_one_capture_say_what_each_says_alone()
    {
        JsonElement together = Summary(Truck.Value);
        Assert.Empty(together.GetProperty("refused").EnumerateArray());
        foreach (string bus in Buses)
        {
            string[] lines = [.. Truck.Value.Where(line => line.Contains($" {bus} ", StringComparison.Ordinal))];
            JsonElement alone = Summary(lines);
            AssertSame(Rows(alone, bus), Rows(together, bus));
            Assert.Equal(Words(alone, "stages", bus, "stage"), Words(together, "stages", bus, "stage"));
            Assert.Equal(Words(alone, "warnings", bus, "warning"), Words(together, "warnings", bus, "warning"));
        }
    }

    [Fact]
    public void Every_pack_of_a_truck_station_introduces_itself_and_asks_for_current_every_50_ms()
    {
        JsonElement summary = Summary(Truck.Value);
        JsonElement[] messages = [.. summary.GetProperty("messages").EnumerateArray()];
        JsonElement[] names = [.. messages.Where(row => Text(row, "message") == "BRM")];
        Assert.Equal(["bay1", "bay2", "bay3", "bay4"], names.Select(row => Text(row, "interface")));
        Assert.All(names, row => Assert.InRange(Number(row, "count"), 1, 2));
        JsonElement[] demands = [.. messages.Where(row => Text(row, "message") == "BCL")];
        Assert.Equal(["bay1", "bay2", "bay3", "bay4"], demands.Select(row => Text(row, "interface")));
        Assert.All(demands, row => Assert.Equal(50, Number(row, "meanMs")));
        JsonElement[] states = [.. messages.Where(row => Text(row, "message") == "BCS")];
        Assert.All(states, row => Assert.Equal(250, Number(row, "meanMs")));
    }

    [Fact]
    public void The_same_capture_as_Vector_ASC_says_the_same_by_channels()
    {
        JsonElement candump = Summary(Truck.Value);
        JsonElement asc = Summary([.. Truck.Value.Select(Asc)]);
        for (int i = 0; i < Buses.Length; i++)
        {
            AssertSame(Rows(candump, Buses[i]), Rows(asc, $"can{i}"));
        }
    }

    [Fact]
    public void Each_line_and_each_row_names_its_interface()
    {
        File.WriteAllLines(
            _path, ["(1.0) bay2 182756F4#8E17", "(1.1) bay10 182756F4#8E17", "(1.2) bay2 1826F456#010100"]);
        (_, string output, string error) = CliRun.Of("replay", _path);
        Assert.Equal(["bay2", "bay10", "bay2"], output.Split('\n')[..3]
            .Select(line => Text(JsonDocument.Parse(line).RootElement, "interface")));
        string[] rows = error.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains(", 2 interfaces", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("  interface message ", rows[2], StringComparison.Ordinal);
        Assert.StartsWith("  bay2      BHM ", rows[3], StringComparison.Ordinal);
        Assert.StartsWith("  bay2      CHM ", rows[4], StringComparison.Ordinal);
        Assert.StartsWith("  bay10     BHM ", rows[5], StringComparison.Ordinal);
    }

    [Fact]
    public void One_interface_needs_no_column()
    {
        File.WriteAllLines(_path, ["(1.0) bay2 182756F4#8E17"]);
        (_, _, string error) = CliRun.Of("replay", _path);
        Assert.Contains("\n  message ", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("bay2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_of_more_interfaces_than_are_kept_apart_are_refused_and_counted()
    {
        JsonElement summary = Summary([.. Enumerable.Range(0, Replay.MostInterfaces + 2).Select(
            i => FormattableString.Invariant($"(1.0) can{i} 182756F4#8E17"))]);
        Assert.Equal(Replay.MostInterfaces, summary.GetProperty("decoded").GetInt64());
        JsonElement refused = Assert.Single(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal("more than 64 interfaces", Text(refused, "reason"));
        Assert.Equal(2, Number(refused, "count"));
    }

    [Theory]
    [InlineData("an-interface-with-a-long-name")]
    [InlineData("\u001b[31m")]
    public void A_name_that_no_interface_can_have_is_refused(string name)
    {
        JsonElement summary = Summary("(1.0) can0 182756F4#8E17", $"(1.0) {name} 182756F4#8E17");
        JsonElement refused = Assert.Single(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal("interface is no name of 1 to 15 letters", Text(refused, "reason"));
    }

    [Theory]
    [InlineData("0.5 3 182756F4x Rx d 2 8E 17", "can2")]
    [InlineData("0.5 CANFD 2 Rx 182756F4x 0 0 2 2 8E 17 230000 115 0 0 0 0 0 0", "can1")]
    [InlineData("time,id,data,bus\n0.5,182756F4,8E17,3", "can3")]
    [InlineData("time,id,data,interface\n0.5,182756F4,8E17,bay7", "bay7")]
    [InlineData("time,id,data\n0.5,182756F4,8E17", "can0")]
    [InlineData("(0.500000) bay3 182756F4#8E17", "bay3")]
    public void Every_format_says_its_interface_and_a_log_written_from_it_has_the_same(string text, string expected)
    {
        File.WriteAllText(_path, text + "\n");
        (int exitCode, _, _) = CliRun.Of("replay", "--quiet", _path, "--to-candump", _log);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal([$"(0.500000) {expected} 182756F4#8E17"], File.ReadAllLines(_log));
    }

    private static string[] Captured()
    {
        StringBuilder text = new();
        using (IStation station = Story.Truck.Open(1, BoardChoice.Virtual))
        using (CanCapture capture = new(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            capture.Attach(station.Wires);
            Assert.Null(Demonstration.Run(station).Failure);
        }

        return text.ToString().TrimEnd().Split('\n');
    }

    /// <summary>(12.345678) bay3 18FFF8A7#00AB: 12.345678 3 18FFF8A7x Rx d 2 00 AB.</summary>
    private static string Asc(string line)
    {
        string[] words = line.Split(' ', '#');
        string bytes = string.Join(' ', words[3].Chunk(2).Select(digits => new string(digits)));
        int channel = Array.IndexOf(Buses, words[1]) + 1;
        return $"{words[0].Trim('(', ')')} {channel} {words[2]}x Rx d {words[3].Length / 2} {bytes}";
    }

    private static JsonElement[] Rows(JsonElement summary, string bus) =>
        [.. summary.GetProperty("messages").EnumerateArray().Where(row => Text(row, "interface") == bus)];

    /// <summary>Times are whole milliseconds since the first frame of the file.</summary>
    private static void AssertSame(JsonElement[] expected, JsonElement[] rows)
    {
        Assert.Equal(
            expected.Select(row => (Text(row, "message"), Number(row, "count"), Number(row, "pauses"))),
            rows.Select(row => (Text(row, "message"), Number(row, "count"), Number(row, "pauses"))));
        Assert.All(expected.Zip(rows), static pair =>
        {
            Assert.InRange(Number(pair.Second, "longestGapMs") - Number(pair.First, "longestGapMs"), -1, 1);
            bool has = pair.First.TryGetProperty("meanMs", out JsonElement meanMs);
            Assert.Equal(has, pair.Second.TryGetProperty("meanMs", out JsonElement mean));
            Assert.InRange(has ? mean.GetInt64() - meanMs.GetInt64() : 0, -1, 1);
        });
    }

    private static string[] Words(JsonElement summary, string list, string bus, string name) =>
        [.. summary.GetProperty(list).EnumerateArray()
            .Where(one => Text(one, "interface") == bus).Select(one => Text(one, name))];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();

    private JsonElement Summary(params string[] lines)
    {
        File.WriteAllLines(_path, lines);
        (int exitCode, string output, _) = CliRun.Of("replay", "--quiet", _path);
        Assert.Equal(ExitCode.Passed, exitCode);
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("summary");
    }
}
