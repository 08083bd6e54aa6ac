using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;
using SwapEdge.Tests.Mqtt;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.StationSettings;

/// <summary><c>swapsim settings</c>.</summary>
public sealed class SettingsCommandTests
{
    private static readonly string Change =
        Path.Combine(Repository.Root, "protocol", "settings", "example-change.json");

    [Fact]
    public void Each_node_is_told_with_its_hash_and_its_bytes()
    {
        StationFile file = StationFile.Read(Example.Path);
        (int exitCode, string output, string error) = CliRun.Of("settings", Example.Path);
        Assert.Equal((ExitCode.Passed, ""), (exitCode, error));
        Assert.Equal(
            file.Nodes.Select(node => $"{node.Name,-24}  {node.Crc:x8}  {node.DeviceForm.Length} bytes"),
            output.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void The_form_of_one_node_is_written()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("lane.bin");
        Assert.Equal(
            ExitCode.Passed, CliRun.Of("settings", Example.Path, "--node", "lane-1", "--out", path).ExitCode);
        byte[] form = File.ReadAllBytes(path);
        Assert.NotNull(DeployedSettings.Read(form, form.Length, [TopLiftTruck.Profile()], out _));
    }

    [Fact]
    public void A_change_is_written_and_checked_by_the_node_that_it_is_for()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("change.bin");
        Assert.Equal(ExitCode.Passed, CliRun.Of("settings", "--change", Change, "--out", path).ExitCode);
        Assert.Equal(ChangeFile.Read(Change).Message, File.ReadAllBytes(path));
        Assert.Equal(
            (ExitCode.Passed, "version 4  89 bytes"),
            CliRun.Of("settings", Example.Path, "--node", "bays-1", "--change", Change) is var (code, output, _)
                ? (code, output.TrimEnd()) : default);
    }

    [Theory]
    [InlineData("STATION or --change is needed")]
    [InlineData("no node nobody", "STATION", "--node", "nobody")]
    [InlineData("--node is needed with --out", "STATION", "--out", "x")]
    [InlineData("--node is needed: which", "STATION", "--change", "x")]
    [InlineData("absent.json", "absent.json")]
    public void Wrong_usage_is_told(string reason, params string[] arguments)
    {
        (int exitCode, _, string error) = CliRun.Of(
            ["settings", .. arguments.Select(one => one == "STATION" ? Example.Path : one)]);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.False(File.Exists("x"));
    }

    [Fact]
    public void A_bad_file_ends_with_file_line_column_and_reason_and_writes_nothing()
    {
        using TemporaryFolder folder = new();
        string station = folder.PathOf("station.json");
        string form = folder.PathOf("form.bin");
        File.WriteAllText(station, Example.Text.Replace("\"lane\": 1,", "\"lane\": 16,", StringComparison.Ordinal));
        (int exitCode, _, string error) = CliRun.Of("settings", station, "--node", "lane-1", "--out", form);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Equal($"{station}:20:15: nodes[0].lane: 16 is outside 1 to 15", error.TrimEnd());
        Assert.False(File.Exists(form));
    }
}
