using System.Text;
using System.Text.Json.Nodes;
using SwapEdge.Boards.Flash;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>What a technician gets when all goes well, and what nanoff is asked for on the way.</summary>
public sealed class FlashTests : IDisposable
{
    private readonly FlashRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_new_board_gets_runtime_program_settings_and_key_and_says_so_itself()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        byte[] image = _rig.OnDevice("image.bin");
        Assert.Equal(2818048, image.Length);
        Assert.True(image.AsSpan().StartsWith(File.ReadAllBytes(_rig.PathOf("pe/mscorlib.pe"))));
        Assert.Equal("bays-1 esp32-wrover Bays", Encoding.ASCII.GetString(_rig.OnDevice("settings.bin")));
        Assert.Equal(Convert.FromHexString(FlashRig.Key), _rig.OnDevice("mac.key"));
        Assert.Equal("ESP32_PSRAM_REV3 1.17.0.60", Encoding.ASCII.GetString(_rig.OnDevice("runtime")));
        JsonNode wifi = JsonNode.Parse(_rig.OnDevice("network.json"))!["WirelessClient"]!;
        Assert.Equal("station", (string?)wifi["SSID"]);
        Assert.Equal(FlashRig.Password, (string?)wifi["Password"]);

        JsonNode result = _rig.Result;
        Assert.Equal(0, (int)result["exit"]!);
        Assert.Equal("bays-1", (string?)result["node"]);
        Assert.Equal("mqtt", (string?)result["verified"]);
        Assert.Equal(_rig.Build, (string?)result["build"]);
        Assert.Equal(_rig.Build, (string?)result["image"]);
        uint crc = StationLines.CrcOf("bays-1 esp32-wrover Bays"u8.ToArray());
        Assert.Equal($"{crc:X8}", (string?)result["settings"]);
        Assert.Contains("linfen / truck-1", _rig.Output, StringComparison.Ordinal);
        Assert.Contains("Put the label", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nanoff_is_asked_in_the_order_of_the_steps_with_the_address_of_the_board()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        string port = Path.Combine(_rig.Folder, "ttyUSB0");
        string[] calls = _rig.Calls;
        Assert.Equal(8, calls.Length);
        Assert.Equal("--version", calls[0]);
        Assert.Equal("--listports", calls[1]);
        Assert.Equal($"--platform esp32 --serialport {port} --devicedetails -v n --checkpsram", calls[2]);
        Assert.Equal(
            $"--platform esp32 --serialport {port} --update --target ESP32_PSRAM_REV3 --fwversion 1.17.0.60 -v m "
                + "--suppressnanoffversioncheck",
            calls[3]);
        Assert.Contains("--deploy --target ESP32_PSRAM_REV3 --image ", calls[4], StringComparison.Ordinal);
        Assert.Contains("--address 0x1E0000", calls[4], StringComparison.Ordinal);
        Assert.DoesNotContain("--update", calls[4], StringComparison.Ordinal);
        Assert.Contains("--filedeployment", calls[5], StringComparison.Ordinal);
        Assert.Contains("--networkdeployment", calls[6], StringComparison.Ordinal);
        Assert.Equal($"--platform esp32 --serialport {port} --devicedetails -v n", calls[7]);
    }

    [Fact]
    public void A_second_flashing_of_the_same_board_keeps_its_journal()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        string? journal = (string?)_rig.Result["journal"];
        _rig.Write("station.txt", "bays-1 esp32-wrover Bays\n");
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Equal(journal, (string?)_rig.Result["journal"]);
        Assert.Contains($"last journal {journal}", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_internet_the_runtime_comes_from_an_archive()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run("--archive", _rig.PathOf("archive")));
        Assert.Contains(
            $"--fromarchive --archivepath {_rig.PathOf("archive")}", _rig.Calls[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_goes_onto_the_device_with_its_key_closed_by_a_zero()
    {
        using TemporaryFolder folder = new();
        using Authority authority = new(folder, "city");
        (string certificate, string key) = authority.Client("bays-1");
        FlashRig.Own(key);
        _rig.Secret("secrets.json", $$"""
            { "wifi": { "ssid": "station", "password": "{{FlashRig.Password}}" },
              "authority": "{{authority.File}}",
              "nodes": { "truck-1/bays-1": { "key": "{{FlashRig.Key}}", "certificate": "{{certificate}}",
                "certificateKey": "{{key}}",
                "address": { "ip": "10.0.0.7", "mask": "255.0.0.0", "gateway": "10.0.0.1", "dns": "10.0.0.1" } } } }
            """);
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Equal(File.ReadAllText(certificate) + "\0", Encoding.ASCII.GetString(_rig.OnDevice("device.crt")));
        Assert.Equal(File.ReadAllText(key) + "\0", Encoding.ASCII.GetString(_rig.OnDevice("device.key")));
        Assert.Equal(File.ReadAllText(authority.File) + "\0", Encoding.ASCII.GetString(_rig.OnDevice("authority.crt")));
        JsonNode wifi = JsonNode.Parse(_rig.OnDevice("network.json"))!["WirelessClient"]!;
        Assert.Equal("10.0.0.7", (string?)wifi["IPv4Address"]);
        Assert.False((bool)wifi["DhcpEnabled"]!);

        // A node that has none any more does not keep the old one.
        _rig.Secret("secrets.json", $$"""
            { "wifi": { "ssid": "station" }, "nodes": { "truck-1/bays-1": { "key": "{{FlashRig.Key}}" } } }
            """);
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.False(File.Exists(Path.Combine(_rig.Folder, "device", "device.key")));
    }

    [Fact]
    public void The_line_on_the_serial_port_will_do_where_there_is_no_broker()
    {
        uint crc = StationLines.CrcOf("bays-1 esp32-wrover Bays"u8.ToArray());
        string line = $"SwapEdge node={FlashRig.NodePath} build={_rig.Build} board=esp32-wrover "
            + $"settings={crc:X8} journal=0011223344556677 boot=3.";
        _rig.Serial = _ => new MemoryStream(Encoding.Latin1.GetBytes($"\0NFPKTV1\u0007{line}\r\n\u0001"));
        Assert.Equal(FlashEnd.Done, _rig.RunSerial());
        Assert.Equal("serial", (string?)_rig.Result["verified"]);
        Assert.Equal("0011223344556677", (string?)_rig.Result["journal"]);

        string stale = line.Replace(_rig.Build, SwapEdge.Firmware.Node.Build, StringComparison.Ordinal);
        _rig.Serial = _ => new MemoryStream(Encoding.Latin1.GetBytes($"{stale}\r\n"));
        Assert.Equal(FlashEnd.BuildDiffers, _rig.RunSerial());
    }

    [Theory]
    [InlineData("--help", "--secrets")]
    [InlineData("--version", "0.1.0")]
    public void Help_and_version_ask_for_nothing_else(string option, string expected)
    {
        Assert.Equal(FlashEnd.Done, _rig.RunArguments([option]));
        Assert.Contains(expected, _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_cannot_use_its_certificates_is_not_done_and_says_so_on_the_serial_port()
    {
        uint crc = StationLines.CrcOf("bays-1 esp32-wrover Bays"u8.ToArray());
        string line = $"tls=refused SwapEdge node={FlashRig.NodePath} build={_rig.Build} "
            + $"board=esp32-wrover settings={crc:X8} journal=0011223344556677 boot=3.";
        _rig.Serial = _ => new MemoryStream(Encoding.Latin1.GetBytes(line));
        Assert.Equal(FlashEnd.CertificatesRefused, _rig.RunSerial());
        Assert.Null(_rig.Result["verified"]);
    }

    [Fact]
    public void Of_several_nodes_with_that_board_the_one_that_is_named_is_taken()
    {
        _rig.Write("station.txt", "bays-2 esp32-wrover Bays\nbays-1 esp32-wrover Bays\n");
        Assert.Equal(FlashEnd.NodeUnknown, _rig.Run());
        Assert.Equal(FlashEnd.Done, _rig.Run("--node", "bays-1"));
    }

    [Fact]
    public void Chinese_is_spoken_where_it_is_asked_for_or_read()
    {
        _rig.Environment["LANG"] = "zh_CN.UTF-8";
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Contains("完成", _rig.Output, StringComparison.Ordinal);
        Assert.Equal(FlashEnd.Done, _rig.Run("--language", "en"));
        Assert.DoesNotContain("完成", _rig.Output, StringComparison.Ordinal);
    }
}
