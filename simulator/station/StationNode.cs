using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One controller of the station: the firmware on a virtual board, and its client of the broker.</summary>
public sealed class StationNode : IDisposable
{
    /// <summary>3 MB: what a board with 16 MB of flash has for its journal.</summary>
    private const int StoreBytes = 3 * 1024 * 1024;

    private readonly VirtualClock _clock;
    private readonly VirtualHeartbeat _heartbeat = new();
    private readonly VirtualRestart _restart = new();
    private readonly VirtualVitals _vitals = new();
    private readonly NodeSettings _settings;
    private readonly NodePorts _ports;
    private bool _started;

    /// <param name="settings">What the node is; checked here.</param>
    /// <param name="ports">Its buses and pins; the rest of the board is added here.</param>
    /// <param name="connect">Opens a connection to the broker.</param>
    /// <param name="key">The key it shares with the city.</param>
    /// <param name="random">Chance of its own.</param>
    /// <param name="startUtc">Civil time at the beginning of the run.</param>
    public StationNode(
        NodeSettings settings,
        NodePorts ports,
        Func<IConnection> connect,
        byte[] key,
        Prng random,
        DateTimeOffset startUtc)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(ports);
        if (settings.Check() is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(settings));
        }

        if (settings.Kind != ports.Kind)
        {
            throw new ArgumentException("settings of another kind of node", nameof(settings));
        }

        Name = settings.Node;
        Path = $"{settings.City}/{settings.Station}/{settings.Node}";
        Client = new MqttClient(new MqttClientOptions(Greeting(Path)), connect);
        _clock = new VirtualClock(startUtc, TimeQuality.Sntp);
        ports.Clock = _clock;
        ports.Store = Store;
        ports.Uplink = new MqttUplink(Client);
        ports.Mac = new HmacMac(key);
        ports.Random = new SeededRandom(random);
        ports.Heartbeat = _heartbeat;
        ports.Restart = _restart;
        ports.Vitals = _vitals;
        _settings = settings;
        _ports = ports;
        Node = new Node(settings, ports);
    }

    public string Name { get; }

    /// <summary><c>city/station/node</c>.</summary>
    public string Path { get; }

    public Node Node { get; private set; }

    public MqttClient Client { get; }

    public MemoryStore Store { get; } = new(StoreBytes);

    /// <summary>The hardware's view: the pass is running.</summary>
    public bool HeartbeatAlive => _heartbeat.Alive;

    public long Heartbeats => _heartbeat.Toggles;

    /// <summary>The city has acknowledged every event that the node has made.</summary>
    public bool Settled =>
        !Node.Journal.HasPending && Node.Journal.AcknowledgedThrough == Node.Journal.LastStored;

    public void Pass(long nowMs)
    {
        _clock.Advance(nowMs);
        _heartbeat.Advance(nowMs);
        if (_restart.Wanted)
        {
            // A new node on the same store, as after a power loss.
            _restart.Wanted = false;
            _vitals.LastEnd = _restart.Reason;
            _started = false;
            Client.Disconnect();
            Node = new Node(_settings, _ports);
        }

        if (!_started)
        {
            _started = true;
            Node.Start(nowMs);
        }

        Node.Pass(nowMs);
    }

    public void Dispose() => Client.Dispose();

    /// <summary>The will tells the city when the node is lost without a word.</summary>
    private static MqttConnect Greeting(string path) => new(path.Replace('/', '-'))
    {
        CleanSession = true,
        Will = new MqttMessage(CityTopic.Of(path, "state"), Encoding.ASCII.GetBytes("lost"), Retain: true),
    };
}
