using System.Text.Json;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>The station settings of the project, as the tool takes them.</summary>
public sealed class StationFileCompilerTests
{
    private static readonly string Example =
        Path.Combine(Repository.Root, "protocol", "settings", "example-station.json");

    [Fact]
    public void The_hash_that_is_expected_is_the_one_that_the_firmware_puts_into_its_birth()
    {
        IReadOnlyList<NodeFile>? nodes =
            new StationFileCompiler().Compile(File.ReadAllText(Example), Example, out string refusal);
        Assert.True(nodes != null, refusal);
        Assert.NotEmpty(nodes);
        foreach (NodeFile node in nodes)
        {
            NodeSettings? read = FakeDevice.Deployed(node.DeviceForm.ToArray());
            Assert.NotNull(read);
            Assert.Equal(node.Crc, read.Crc);
            Assert.Equal(node.Path, $"{read.City}/{read.Station}/{read.Node}");
            Assert.Equal(node.Board, read.Board);
        }
    }

    [Fact]
    public void A_node_of_the_example_is_flashed_and_says_that_hash()
    {
        using FlashRig rig = new() { Settings = new StationFileCompiler() };
        File.Copy(Example, rig.PathOf("station.txt"), overwrite: true);
        Assert.Equal(FlashEnd.SecretsRefused, rig.Run("--node", "bays-1"));
        Assert.Contains("speaks TLS", rig.Output, StringComparison.Ordinal);

        using TemporaryFolder folder = new();
        using Authority authority = new(folder, "city");
        (string certificate, string key) = authority.Client("bays-1");
        FlashRig.Own(key);
        rig.Secret("secrets.json", JsonSerializer.Serialize(new
        {
            wifi = new { ssid = "station", password = FlashRig.Password },
            authority = authority.File,
            nodes = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["truck-1/bays-1"] = new { key = FlashRig.Key, certificate, certificateKey = key },
            },
        }));
        Assert.Equal(FlashEnd.Done, rig.Run("--node", "bays-1"));
        Assert.Equal($"{FakeDevice.Deployed(rig.OnDevice("settings.bin"))!.Crc:X8}", (string?)rig.Result["settings"]);
        Assert.Equal("linfen", (string?)rig.Result["city"]);
    }

    [Fact]
    public void An_error_is_told_with_line_column_and_field()
    {
        string text = File.ReadAllText(Example).Replace("\"lane\": 1,", "\"lane\": 99,", StringComparison.Ordinal);
        Assert.Null(new StationFileCompiler().Compile(text, "station.json", out string refusal));
        Assert.Matches(@"^station\.json:\d+:\d+: nodes\[0\]\.lane: ", refusal);
    }
}
