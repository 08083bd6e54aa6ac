using System.Text.Json.Nodes;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>
/// A technician's desk: the tool, a stand-in for nanoff with its device, a broker in memory, and time that passes only
/// while the tool waits.
/// </summary>
internal sealed class FlashRig : FlashClock, IDisposable
{
    public const string Key = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    public const string Password = "a-wifi-password";
    public const string NodePath = "linfen/truck-1/bays-1";

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryListener _network = new();
    private readonly Broker _broker;
    private readonly MqttPump _pump;
    private readonly MqttClient _deviceClient;
    private long _nowMs;

    public FlashRig(bool keepsJournal = false)
    {
        _broker = new Broker(_network);
        _pump = new MqttPump(_broker);
        _deviceClient = new MqttClient(new MqttClientOptions(new MqttConnect("device")), _network.Connect);
        _pump.Add(_deviceClient);
        _deviceClient.Connect();
        Directory.CreateDirectory(Folder);
        Device = new FakeDevice(Folder, NodePath, _deviceClient) { KeepsJournal = keepsJournal };
        Write("ttyUSB0", "");
        Write("station.txt", "bays-1 esp32-wrover Bays\nlane-1 esp32-s3 Lane\n");
        Secret("secrets.json", $$"""
            { "wifi": { "ssid": "station", "password": "{{Password}}" },
              "nodes": { "truck-1/bays-1": { "key": "{{Key}}" } } }
            """);
        Directory.CreateDirectory(PathOf("pe"));
        Version own = new(0, 1, 0, 0);
        (string, Version) corelib = ("mscorlib", new Version(1, 17, 0, 0));
        File.WriteAllBytes(PathOf("pe/mscorlib.pe"), PeForge.Make("mscorlib", new(1, 17, 11, 0), 60));
        File.WriteAllBytes(PathOf("pe/Lib.pe"), PeForge.Make("Lib", own, 61, [Node.Build], [corelib]));
        File.WriteAllBytes(
            PathOf("pe/App.pe"), PeForge.Make("SwapEdge.Boards.Esp32Wrover", own, 62, corelib, ("Lib", own)));
    }

    public FakeDevice Device { get; }

    /// <summary>What the device is to say that it runs.</summary>
    public string Build =>
        DeviceBuild.Read(PathOf("pe"), "SwapEdge.Boards.Esp32Wrover", int.MaxValue, out _)!.Build;

    /// <summary>The stand-in's.</summary>
    public string Folder => PathOf("nanoff");

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal) { ["LANG"] = "en_GB.UTF-8" };

    /// <summary>All that the tool printed in the last run.</summary>
    public string Output { get; private set; } = "";

    public JsonNode Result => JsonNode.Parse(Output.TrimEnd().Split('\n')[^1])!;

    public Func<string, Stream>? Serial { get; set; }

    /// <summary>Null: the one in memory.</summary>
    public Func<BrokerAddress, Func<IConnection>>? Broker { get; set; }

    public TemporaryFolder Temporary => _folder;

    public Action<string> TryPort { get; set; } = port => File.Open(port, FileMode.Open).Dispose();

    public ISettingsCompiler Settings { get; init; } = new StationLines();

    /// <summary>Command lines of nanoff, in their order.</summary>
    public string[] Calls => File.Exists(Path.Combine(Folder, "calls.log"))
        ? File.ReadAllLines(Path.Combine(Folder, "calls.log")) : [];

    public override long NowMs => _nowMs;

    public override DateTimeOffset UtcNow { get; } = DateTimeOffset.UtcNow;

    public override void Rest()
    {
        _nowMs += 10;
        Device.Poll();
        _deviceClient.Pump(_nowMs);
        _broker.Pump(_nowMs);
    }

    /// <summary>The broker has this birth of a node.</summary>
    public void Retain(string node, BirthRecord birth)
    {
        while (_deviceClient.Link == MqttLink.Connecting)
        {
            Rest();
        }

        byte[] bytes = new byte[512];
        int length = BirthCodec.Encode(birth, bytes, 0);
        _deviceClient.Publish(CityTopic.Of(node, "birth"), bytes.AsSpan(0, length), retain: true);
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public bool NetworkAway
    {
        set => _network.Away = value;
    }

    public string Behaviour
    {
        set => Write("behaviour", value);
    }

    /// <summary>A file beside the stand-in's device.</summary>
    public void Write(string name, string text)
    {
        string path = name is "behaviour" || name.StartsWith("tty", StringComparison.Ordinal)
            ? Path.Combine(Folder, name) : PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A file that only its owner may read.</summary>
    public void Secret(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        Own(PathOf(name));
    }

    /// <summary>Only the owner may read it from now on.</summary>
    public static void Own(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public byte[] OnDevice(string name) => File.ReadAllBytes(Path.Combine(Folder, "device", name));

    /// <summary>The device had this before.</summary>
    public void PutOnDevice(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "device"));
        File.WriteAllBytes(Path.Combine(Folder, "device", name), bytes);
    }

    /// <summary>Runs the tool with what it needs, and the broker; a later argument of the same name counts.</summary>
    public FlashEnd Run(params string[] more) => RunWith(["--broker", "mqtt://broker"], more);

    /// <summary>Runs the tool with what it needs, without a broker.</summary>
    public FlashEnd RunSerial(params string[] more) => RunWith([], more);

    public FlashEnd RunWith(string[] common, string[] more)
    {
        List<string> args =
        [
            "--board", "esp32-wrover", "--settings", PathOf("station.txt"), "--secrets", PathOf("secrets.json"),
            "--pe", PathOf("pe"), "--nanoff", "FakeNanoff.dll", "--wait", "20", .. common,
        ];
        for (int i = 0; i < more.Length; i++)
        {
            int at = args.IndexOf(more[i]);
            if (at >= 0)
            {
                args.RemoveRange(at, 2);
            }

            args.Add(more[i]);
        }

        return RunArguments(args);
    }

    public FlashEnd RunArguments(IEnumerable<string> args)
    {
        using StringWriter output = new();
        int exitCode = FlashCli.Run([.. args], new FlashWorld
        {
            Boards = Path.Combine(Repository.Root, "boards"),
            Settings = Settings,
            Output = output,
            Processes = new InProcessNanoff(Folder),
            Clock = this,
            Environment = Environment.GetValueOrDefault,
            Broker = Broker ?? (_ => _network.Connect),
            Serial = Serial,
            TryPort = TryPort,
        });
        Output = output.ToString();
        return (FlashEnd)exitCode;
    }

    public void Dispose()
    {
        _deviceClient.Dispose();
        _broker.Dispose();
        _folder.Dispose();
    }
}
