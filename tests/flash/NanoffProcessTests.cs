using SwapEdge.Boards.Flash;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>The same with programs that are started and end, over TCP and in real time.</summary>
public sealed class NanoffProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string FakeAssembly => typeof(FakeNanoff).Assembly.Location;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_that_does_not_end_is_stopped_with_what_it_has_printed()
    {
        Processes processes = new();
        ProcessResult said = processes.Run(
            ["dotnet", FakeAssembly], ["--version"], _folder.PathOf("."), TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, said.ExitCode);
        Assert.Contains("--device FOLDER first", said.Output, StringComparison.Ordinal);

        File.WriteAllText(_folder.PathOf("behaviour"), "hangs at version");
        said = new Started(_folder.PathOf("")).Run(
            ["dotnet", FakeAssembly], ["--version"], _folder.PathOf("."), TimeSpan.FromMilliseconds(1));
        Assert.True(said.TimedOut);
        Assert.Equal(-1, said.ExitCode);
    }

    [Fact]
    public void A_program_that_is_not_there_is_said_so()
    {
        ProcessResult said = new Processes().Run(
            [_folder.PathOf("none")], ["--version"], _folder.PathOf("."), TimeSpan.FromMinutes(1));
        Assert.NotNull(said.NotStarted);
    }

    [Fact]
    public async Task A_board_is_flashed_by_programs_and_checked_over_TCP()
    {
        _folder.Write("station.txt", "bays-1 esp32-wrover Bays");
        Directory.CreateDirectory(_folder.PathOf("pe"));
        File.WriteAllBytes(
            _folder.PathOf("pe/App.pe"), PeForge.Make("SwapEdge.Boards.Esp32Wrover", new(1, 0, 0, 0), 64));
        _folder.Write("ttyUSB0");
        using Broker broker = new();
        using MqttClient device = new(
            new MqttClientOptions(new MqttConnect("device")),
            new BrokerAddress("127.0.0.1", broker.Port, Secure: false).Opener());
        device.Connect();
        FakeDevice fake = new(_folder.PathOf(""), FlashRig.NodePath, device);
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["SWAPEDGE_NODE_KEY"] = FlashRig.Key,
            ["SWAPEDGE_WIFI_SSID"] = "station",
        };
        using StringWriter output = new();
        FlashWorld world = new()
        {
            Boards = Path.Combine(Repository.Root, "boards"),
            Settings = new StationLines(),
            Output = output,
            Processes = new Started(_folder.PathOf("")),
            Environment = environment.GetValueOrDefault,
        };
        Task<int> run = Task.Run(() => FlashCli.Run(
            [
                "--board", "esp32-wrover", "--settings", _folder.PathOf("station.txt"), "--pe", _folder.PathOf("pe"),
                "--nanoff", FakeAssembly, "--broker", $"mqtt://127.0.0.1:{broker.Port}",
            ],
            world));
        long nowMs = 0;
        Deadline.WaitFor(() => run.IsCompleted, () =>
        {
            nowMs++;
            fake.Poll();
            device.Pump(nowMs);
            broker.Pump(nowMs);
        });
        int exitCode = await run;
        Assert.True(exitCode == 0, output.ToString());
        Assert.DoesNotContain(FlashRig.Key, output.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Starts the stand-in and tells it where its device is.</summary>
    private sealed class Started(string folder) : IProcesses
    {
        private readonly Processes _processes = new();

        public ProcessResult Run(
            IReadOnlyList<string> command, IReadOnlyList<string> arguments, string workingFolder, TimeSpan limit) =>
            _processes.Run(
                ["dotnet", FakeAssembly, "--device", folder], arguments, workingFolder, limit);
    }
}
