using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary><c>swapsim commission</c> at mosquitto. Real time.</summary>
public sealed class CommissionCommandTests : IDisposable
{
    private const string Node = "demo/truck-1/lane-1";

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Steps_over_mosquitto_pass_and_complete_one_report()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint at);
        string report = _folder.PathOf("report.json");
        Task<(int ExitCode, string Output, string Error)> tool = Task.Run(() =>
        {
            (int exitCode, string _, string error) = CliRun.Of([.. Arguments(at.Port), "--step", "network"]);
            return exitCode != ExitCode.Passed ? (exitCode, "", error)
                : CliRun.Of([.. Arguments(at.Port), "--step", "inputs/confirm-pressed", "--language", "zh", "--json"]);
        });
        Attend(at.Port, tool);
        (int exitCode, string output, string error) = await tool;
        Assert.True(exitCode == ExitCode.Passed, output + error);
        string[] steps = [.. JsonDocument.Parse(output).RootElement.GetProperty("steps").EnumerateArray()
            .Select(step => $"{step.GetProperty("step")} {step.GetProperty("outcome")}")];
        Assert.Equal(["network passed", "inputs/confirm-pressed passed"], steps);
        Assert.Equal(output, File.ReadAllText(report));
        Assert.Contains("通过", File.ReadAllText(Path.ChangeExtension(report, ".txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language", "de", "--language: en or zh")]
    [InlineData("--step", "brakes", "--step: begins with one of network, time")]
    [InlineData("--points", "17", "--points: 0 to 16")]
    [InlineData("--wait", "0", "--wait: 1 to 3600")]
    public void What_is_wrong_in_its_arguments_is_told_and_exits_with_2(string option, string value, string told)
    {
        (int exitCode, _, string error) = CliRun.Of([.. Arguments(1), option, value]);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private string[] Arguments(int port) =>
    [
        "commission", Node, "--broker", $"mqtt://127.0.0.1:{port}", "--nodes",
        _folder.Write("nodes", $"{Node} {Convert.ToHexString(_key)}"), "--store", _folder.PathOf("city.sqlite"),
        "--report", _folder.PathOf("report.json"),
    ];

    /// <summary>A lane node at that broker, whose technician keeps it in maintenance and presses confirm.</summary>
    private void Attend(int port, Task tool)
    {
        Prng random = new(5);
        World world = new(WorldPlan.Demonstration(random.Fork()), random.Fork());
        LanePanel panel = world.Lane.Panel;
        panel.KeySwitchOn = panel.MaintenanceSelected = true;
        BrokerAddress address = BrokerAddress.Parse($"mqtt://127.0.0.1:{port}", out _)!;
        using StationNode node = new(
            new NodeSettings
            {
                City = "demo", Station = "truck-1", Node = "lane-1", Board = "virtual", LinkAddress = 0x90, Lane = 1,
                Profile = TopLiftTruck.Profile(), Vehicles = [WorldPlan.DemonstrationVin],
            },
            new LanePorts
            {
                Link = world.StationLink.Connect("lane node"), Lane = new VirtualLaneIo(world.Lane),
                PackBus = world.SwapBus.Connect("lane node", 256),
            },
            address.Opener(), _key, random.Fork(), new StationOptions { Begins = DateTimeOffset.UtcNow });
        long began = Stopwatch.GetTimestamp();
        long passedMs = 0;
        Deadline.WaitFor(() => tool.IsCompleted, () =>
        {
            long nowMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (nowMs - passedMs >= Station.PassMs)
            {
                passedMs += Station.PassMs;
                panel.ConfirmPressed = passedMs % 2_000 < 500;
                world.Step(Station.PassMs);
                node.Pass(passedMs);
            }

            node.Client.Pump(nowMs);
        });
    }
}
