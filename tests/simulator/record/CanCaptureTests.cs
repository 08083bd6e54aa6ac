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
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_exits_with_2()
    {
        string folder = Path.GetTempPath();
        Assert.Throws<UnauthorizedAccessException>(() => CanCapture.Open(folder).Dispose());
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("chaos", "--seeds", "1", "--record", folder).ExitCode);
    }
    private void Capture(Story story)
    {
        using IStation station = story.Open(1, BoardChoice.Virtual);
        using CanCapture capture = CanCapture.Open(_file);
        capture.Attach(station.Wires);
        Assert.Null(Demonstration.Run(station).Failure);
    }
}
