using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>A capture of a run, for any CAN tool.</summary>
public sealed class CanCaptureTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_capture_has_every_frame_of_every_bus_in_order_as_candump_writes_them()
    {
        Capture(Story.Car);
        string[] lines = File.ReadAllLines(_file);
        Assert.All(lines, line =>
            Assert.Matches(@"^\(\d{10}\.\d{6}\) [a-z0-9]{1,15} [0-9A-F]{8}#([0-9A-F]{2}){0,8}$", line));
        Assert.Equal(
            ["bay1", "bay2", "bay3", "bay4", "link", "swap1"],
            lines.Select(line => line.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal));
        decimal[] times = [.. lines.Select(line => decimal.Parse(line[1..18], CultureInfo.InvariantCulture))];
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], 200, 400);
    }

    [Fact]
    public void Each_bus_of_a_capture_has_as_many_lines_as_the_wire_carried_frames()
    {
        using Station station = new(1);
        using StringWriter text = new();
        using (CanCapture capture = new(text))
        {
            capture.Attach(station.Wires);
            for (int pass = 0; pass < 400; pass++)
            {
                station.Pass();
            }

            Assert.Contains("bay3: ", string.Join(' ', capture.Legend), StringComparison.Ordinal);
        }

        string[] lines = text.ToString().TrimEnd().Split('\n');
        Assert.All(station.Wires, wire => Assert.Equal(
            wire.Wire.Carried, lines.LongCount(line => line.Contains($" {wire.Name} ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Frames_of_one_bus_follow_each_other_as_the_wire_lets_them_also_when_some_come_late()
    {
        using Station station = new(1);
        station.World.SwapBus.Faults = new WireFaults(new Prng(1));
        station.World.SwapBus.Faults.Add(new WireFault((_, _) => true) { Late = 0.5, LateMs = 400 });
        using StringWriter text = new();
        using (CanCapture capture = new(text))
        {
            capture.Attach(station.Wires);
            for (int pass = 0; pass < 2_000; pass++)
            {
                station.Pass();
            }
        }

        long endUs = 0;
        foreach (IGrouping<string, string[]> bus in text.ToString().TrimEnd().Split('\n')
            .Select(line => line.Split(' ')).GroupBy(words => words[1]))
        {
            long lastUs = 0;
            foreach (string[] words in bus)
            {
                long timeUs = TimeUs(words[0]);
                int bits = 67 + (4 * (words[2].Length - 9));
                Assert.True(timeUs - lastUs >= bits * 4, $"{bus.Key}: {timeUs - lastUs} us for {words[2]}");
                lastUs = timeUs;
            }

            endUs = Math.Max(endUs, lastUs);
        }

        Assert.InRange(endUs, 99_000_000, 101_000_000);
    }

    [Fact]
    public void Times_of_a_capture_are_civil_and_begin_when_its_scenario_does()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, string.Join('\n',
        [
            "scenario: Nobody comes.", "station: { kind: truck, begins: \"2026-01-14T22:00:00Z\" }", "arrivals: []",
            "expect: [ { never: { phase: held } } ]", "until: { time: 5 s }", "",
        ]));
        try
        {
            Assert.Equal(ExitCode.Passed, CliRun.Of("run", file, "--candump", _file).ExitCode);
        }
        finally
        {
            File.Delete(file);
        }

        string[] lines = File.ReadAllLines(_file);
        long beginsUs = new DateTimeOffset(2026, 1, 14, 22, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1_000;
        Assert.InRange(TimeUs(lines[0].Split(' ')[0]) - beginsUs, 0, 1_000_000);
        Assert.InRange(TimeUs(lines[^1].Split(' ')[0]) - beginsUs, 4_000_000, 5_100_000);
    }

    [Fact]
    public void A_capture_is_replayed_without_a_line_that_is_refused()
    {
        Capture(Story.Truck);
        (int exitCode, string output, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("\"summary\"", output, StringComparison.Ordinal);
        int lines = File.ReadAllLines(_file).Length;
        Assert.Contains($"{lines} lines, {lines} frames", error, StringComparison.Ordinal);
        Assert.Contains("\"timeWentBack\":0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tools_of_can_utils_read_every_frame_of_a_capture_where_they_are_installed()
    {
        Capture(Story.Car);
        string[] buses = ["link", "swap1", "bay1", "bay2", "bay3", "bay4"];
        ProcessStartInfo start = new("log2asc", ["-I", _file, .. buses]) { RedirectStandardOutput = true };
        Process tool;
        try
        {
            tool = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("can-utils are not installed here");
            return;
        }

        using (tool)
        {
            string[] lines = tool.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
            tool.WaitForExit();
            Assert.Equal(0, tool.ExitCode);
            int frames = lines.Count(line => line.Contains(" Rx   d ", StringComparison.Ordinal));
            Assert.Equal(File.ReadAllLines(_file).Length, frames);
            File.WriteAllLines(_file, lines);
            (_, string output, _) = CliRun.Of("replay", "--quiet", _file);
            Assert.Contains($"\"frames\":{frames},", output, StringComparison.Ordinal);
            Assert.Contains("{\"interface\":\"can5\",\"message\":\"BCL\"", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_exits_with_2()
    {
        string folder = Path.GetTempPath();
        Assert.Throws<UnauthorizedAccessException>(() => CanCapture.Open(folder).Dispose());
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("chaos", "--seeds", "1", "--record", folder).ExitCode);
    }

    private static long TimeUs(string stamp) =>
        (long)(decimal.Parse(stamp.Trim('(', ')'), CultureInfo.InvariantCulture) * 1_000_000);

    private void Capture(Story story)
    {
        using IStation station = story.Open(1, BoardChoice.Virtual);
        using CanCapture capture = CanCapture.Open(_file);
        capture.Attach(station.Wires);
        Assert.Null(Demonstration.Run(station).Failure);
    }
}
