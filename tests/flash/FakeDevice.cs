using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Flash;

/// <summary>What lies in the stand-in's folder, brought to life: each start with a program says who it is.</summary>
internal sealed class FakeDevice(string folder, string node, MqttClient? client)
{
    private int _starts = ReadStarts(folder);

    /// <summary>Its store outlives an erased flash, as one on a card does.</summary>
    public bool KeepsJournal { get; init; }

    /// <summary>Instead of what it is.</summary>
    public string Board { get; set; } = "esp32-wrover";

    /// <summary>Starts and says nothing.</summary>
    public bool Silent { get; set; }

    /// <summary>Its journal when it finds one.</summary>
    public ulong Journal { get; set; }

    public uint Boot { get; private set; }

    private static int ReadStarts(string folder) => File.Exists(Path.Combine(folder, "starts"))
        ? int.Parse(File.ReadAllText(Path.Combine(folder, "starts")), CultureInfo.InvariantCulture) : 0;

    private string Device => Path.Combine(folder, "device");

    /// <summary>Looks whether it was started; publishes when it was and is connected.</summary>
    public void Poll()
    {
        int starts = ReadStarts(folder);
        if (starts == _starts || client!.Link != MqttLink.Up)
        {
            return;
        }

        _starts = starts;
        if (Report() is { } birth)
        {
            byte[] bytes = new byte[512];
            int length = BirthCodec.Encode(birth, bytes, 0);
            client.Publish(CityTopic.Of(node, "birth"), bytes.AsSpan(0, length), retain: true);
        }
    }

    /// <summary>As a node reads its settings file; null when it would not take it.</summary>
    public static NodeSettings? Deployed(byte[] file) =>
        DeployedSettings.Read(file, file.Length, [.. Profiles.All], out _);

    private static uint Hash(byte[] file) => Deployed(file)?.Crc ?? StationLines.CrcOf(file);

    /// <summary>What the program in an image has for <see cref="SwapEdge.Firmware.Node.Build"/>.</summary>
    public static string BuildOf(byte[] image)
    {
        Match match = Regex.Match(Encoding.Latin1.GetString(image), @"\d+\.\d+\.\d+\+[0-9A-F]{8}(?=\0)");
        return match.Success ? match.Value : "0.0.9";
    }

    /// <summary>A start; null when there is nothing to run.</summary>
    public BirthRecord? Report()
    {
        string image = Path.Combine(Device, "image.bin");
        string settings = Path.Combine(Device, "settings.bin");
        if (Silent || !File.Exists(image) || !File.Exists(settings))
        {
            return null;
        }

        string store = Path.Combine(KeepsJournal ? folder : Device, "journal");
        if (!File.Exists(store))
        {
            // One that has never been: of the bytes of the key, and of all that was ever started.
            ulong own = Journal != 0 ? Journal : 0xA000000000000000UL + (ulong)ReadStarts(folder);
            Journal = 0;
            File.WriteAllText(store, own.ToString("X16", CultureInfo.InvariantCulture));
        }

        Boot++;
        return new BirthRecord
        {
            Firmware = BuildOf(File.ReadAllBytes(image)),
            Board = Board,
            NodeKind = NodeKind.Bays,
            SettingsCrc = Hash(File.ReadAllBytes(settings)),
            Journal = ulong.Parse(File.ReadAllText(store), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Boot = Boot,
        };
    }
}
