using System.Text;
using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// One controller of the station: the firmware on a board with its wires, or on the simulator's own ports, and its
/// client of the broker.
/// </summary>
public sealed class StationNode : IDisposable
{
    /// <summary>3 MB: what a board with 16 MB of flash has for its journal.</summary>
    private const int StoreBytes = 3 * 1024 * 1024;

    // Told to boards. Who they reach there, the station says.
    private const string Broker = "127.0.0.1";
    private const int BrokerPort = 1883;

    private readonly VirtualClock _clock;
    private readonly VirtualHeartbeat _heartbeat;
    private readonly VirtualRestart _restart = new();
    private readonly VirtualVitals _vitals = new();
    private readonly MqttUplink _uplink;
    private readonly SeededRandom _random;
    private readonly NodeSettings _settings;
    private readonly NodePorts? _ports;
    private readonly RunningBoard? _running;
    private NodeProgram? _program;
    private Node? _node;
    private bool _started;

    /// <param name="settings">What the node is; checked here.</param>
    /// <param name="outside">Its board, or buses and pins without one: the rest is added here.</param>
    /// <param name="connect">Opens a connection to the broker.</param>
    /// <param name="key">The key it shares with the city.</param>
    /// <param name="random">Chance of its own.</param>
    /// <param name="startUtc">Civil time at the beginning of the run.</param>
    public StationNode(
        NodeSettings settings,
        NodeOutside outside,
        Func<IConnection> connect,
        byte[] key,
        Prng random,
        DateTimeOffset startUtc)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(outside);
        if (settings.Check() is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(settings));
        }

        if (outside.Ports is { } given && settings.Kind != given.Kind)
        {
            throw new ArgumentException("settings of another kind of node", nameof(settings));
        }

        Name = settings.Node;
        Path = $"{settings.City}/{settings.Station}/{settings.Node}";
        Client = new MqttClient(new MqttClientOptions(Greeting(Path)), connect);
        Board = outside.Board;
        _clock = new VirtualClock(startUtc, TimeQuality.Sntp);
        _heartbeat = Board?.Heartbeat ?? new VirtualHeartbeat();
        _uplink = new MqttUplink(Client);
        _random = new SeededRandom(random);
        _settings = settings;
        settings.Board = Board?.Name ?? settings.Board;
        if (Board is not null)
        {
            (settings.BrokerHost, settings.BrokerPort) = (Broker, BrokerPort);
            Board.Deploy(settings, key);
            _running = Board.Threaded ? new RunningBoard(Board, connect) : null;
        }

        _ports = outside.Ports;
        if (_ports is not null)
        {
            _ports.Store = Store;
            _ports.Mac = new HmacMac(key);
            _ports.Heartbeat = _heartbeat;
            _ports.Restart = _restart;
            _ports.Vitals = _vitals;
            Equip(_ports);
        }
    }

    public string Name { get; }

    /// <summary><c>city/station/node</c>.</summary>
    public string Path { get; }

    /// <summary>On a board it is made in the first pass.</summary>
    public Node Node => _running?.Node ?? (_node ??= _ports is not null
        ? new Node(_settings, Recorded(_settings, _ports, 0))
        : throw new InvalidOperationException("the board has not started"));

    /// <summary>Records what the node is given and gives; to be set before its first pass.</summary>
    public NodeRecorder? Recorder
    {
        get;
        set
        {
            field = _started || _running is not null || _program is not null ? throw new InvalidOperationException("it has started") : value;
            _node = null;
        }
    }

    public MqttClient Client { get; }

    /// <summary>Its board with wires; null when its ports are the world's.</summary>
    public WiredNode? Board { get; }

    /// <summary>Its board under power, when it runs with threads.</summary>
    public RunningBoard? Running => _running;

    /// <summary>What it keeps without a board; with one it has files.</summary>
    public MemoryStore Store { get; } = new(StoreBytes);

    /// <summary>The hardware's view: the pass is running.</summary>
    public bool HeartbeatAlive => _heartbeat.Alive;

    public long Heartbeats => _heartbeat.Toggles;

    /// <summary>The city has acknowledged every event that the node has made.</summary>
    public bool Settled =>
        !Node.Journal.HasPending && Node.Journal.AcknowledgedThrough == Node.Journal.LastStored;

    /// <summary>With threads it passes by itself, and this only waits for its first.</summary>
    public void Pass(long nowMs)
    {
        if (Board is { ResetDue: true })
        {
            RestartNow();
        }

        if (_running is not null)
        {
            _node = _running.Node;
            return;
        }

        _clock.Advance(nowMs);
        if (Board is null)
        {
            _heartbeat.Advance(nowMs);
            PassOnPorts(nowMs);
            return;
        }

        Power.Hardware.Value = _ => _restart.Wanted = true;
        if (_restart.Wanted || _program is null)
        {
            _restart.Wanted = false;
            Client.Disconnect();
            _program = Board.Boot(Equip, ports => Recorded(_settings, ports, nowMs), nowMs);
            _node = _program.Node;
        }

        Board.Sense(nowMs);
        Recorder?.Pass(nowMs);
        _program.Pass(nowMs);
        Power.Hardware.Value = null;
        Board.Drive();
    }

    /// <summary>Its reset button: it starts anew in the next pass.</summary>
    public void RestartNow()
    {
        _restart.Wanted = true;
        _running?.RestartNow();
    }

    /// <summary>
    /// Between two of its passes, for who reads what belongs together; not at all while something holds the node up.
    /// </summary>
    public void Look(Action look)
    {
        ArgumentNullException.ThrowIfNull(look);
        object interpreter = Board?.Bench.Interpreter ?? this;
        if (!Monitor.TryEnter(interpreter, Station.PassMs / 2))
        {
            return;
        }

        try
        {
            look();
        }
        finally
        {
            Monitor.Exit(interpreter);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _running?.Dispose();
        Board?.Dispose();
    }

    private void PassOnPorts(long nowMs)
    {
        if (_restart.Wanted)
        {
            // A new node on the same store, as after a power loss.
            _restart.Wanted = false;
            _vitals.LastEnd = _restart.Reason;
            _started = false;
            Client.Disconnect();
            _node = null;
        }

        if (!_started)
        {
            Node node = Node;
            _started = true;
            Recorder?.Start(nowMs);
            node.Start(nowMs);
        }

        Recorder?.Pass(nowMs);
        Node.Pass(nowMs);
    }

    /// <summary>The ports that the node is made of: with a tape before them when it is recorded.</summary>
    private NodePorts Recorded(NodeSettings settings, NodePorts ports, long nowMs) =>
        Recorder?.Open(settings, ports, Board is not null, nowMs) ?? ports;

    /// <summary>What a board's main loop gives, and two runs must agree on.</summary>
    private void Equip(NodePorts ports)
    {
        ports.Clock = _clock;
        ports.Uplink = _uplink;
        ports.Random = _random;
    }

    /// <summary>The will tells the city when the node is lost without a word.</summary>
    private static MqttConnect Greeting(string path) => new(path.Replace('/', '-'))
    {
        CleanSession = true,
        Will = new MqttMessage(CityTopic.Of(path, "state"), Encoding.ASCII.GetBytes("lost"), Retain: true),
    };
}
