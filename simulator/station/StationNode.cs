using System.Text;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// One controller of the station: the firmware on a board with its wires, or on the simulator's own ports, and its
/// client of the broker. Its power comes and goes, its board may be replaced, its network may be away.
/// </summary>
public sealed partial class StationNode : IDisposable
{
    // Told to boards. Who they reach there, the station says.
    private const string Broker = "127.0.0.1";
    private const int BrokerPort = 1883;

    private readonly VirtualHeartbeat _heartbeat;
    private readonly SeededRandom _random;
    private readonly NodeSettings _settings;
    private readonly NodeFirmware _firmware;
    private readonly NodeOutside _outside;
    private readonly StationOptions _options;
    private readonly byte[] _key;
    private readonly Func<IConnection> _connect;
    private volatile IConnection? _line;
    private RunningBoard? _running;
    private long _nowMs;

    /// <param name="settings">What the node is; checked here.</param>
    /// <param name="outside">Its board, or buses and pins without one: the rest is added here.</param>
    /// <param name="connect">Opens a connection to the broker.</param>
    /// <param name="key">The key it shares with the city.</param>
    /// <param name="random">Chance of its own.</param>
    /// <param name="options">How it is run.</param>
    public StationNode(
        NodeSettings settings,
        NodeOutside outside,
        Func<IConnection> connect,
        byte[] key,
        Prng random,
        StationOptions options)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(outside);
        ArgumentNullException.ThrowIfNull(options);
        if (settings.Flaw() is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(settings));
        }

        if (outside.Ports is { } given && settings.Kind != given.Kind)
        {
            throw new ArgumentException("settings of another kind of node", nameof(settings));
        }

        Name = settings.Node;
        Path = $"{settings.City}/{settings.Station}/{settings.Node}";
        _connect = () => _line = NetworkAway ? new NoConnection() : connect();
        Client = new MqttClient(new MqttClientOptions(Greeting(Path)), _connect);
        Board = outside.Board;
        Clock = new VirtualClock(options.Begins, TimeQuality.Sntp);
        Uplink = new LateUplink(new MqttUplink(Client));
        Store = new MemoryStore(options.StoreBytes);
        Medium = new TearingStore(Store);
        _heartbeat = Board?.Heartbeat ?? new VirtualHeartbeat();
        _random = new SeededRandom(random);
        _settings = settings;
        settings.Board = Board?.Name ?? settings.Board;
        _outside = outside;
        _options = options;
        _key = key;
        if (outside.Ports is { } ports)
        {
            ports.Store = Medium;
            ports.Mac = new HmacMac(key);
            ports.Heartbeat = _heartbeat;
        }

        _firmware = new NodeFirmware(settings, outside, Equip, Client.Disconnect) { Between = options.Between };
        if (options.Recorder is { } recorder)
        {
            _firmware.Recorder = recorder.Add(Name);
        }

        if (Board is not null)
        {
            (settings.BrokerHost, settings.BrokerPort) = (Broker, BrokerPort);
            Deploy();
        }
    }

    public string Name { get; }

    /// <summary><c>city/station/node</c>.</summary>
    public string Path { get; }

    public NodeKind Kind => _settings.Kind;

    /// <summary>Its address on the station link.</summary>
    public int LinkAddress => _settings.LinkAddress;

    /// <summary>Numbers of its bays or doors, by their places in the node.</summary>
    public IReadOnlyList<int> Bays => _settings.Bays;

    /// <summary>On a board it is made in the first pass; without power there is none.</summary>
    public Node Node => _running?.Node
        ?? (HasPower ? _firmware.Node : throw new InvalidOperationException("the node has no power"));

    /// <summary>The firmware that runs; null: none.</summary>
    public Node? Live => !HasPower ? null : _running?.Node ?? _firmware.Made;

    /// <summary>
    /// Records what the node is given and gives; to be set before its first pass. One with threads runs already: it has
    /// that of <see cref="StationOptions.Recorder"/>.
    /// </summary>
    public NodeRecorder? Recorder
    {
        get => _firmware.Recorder;
        set => _firmware.Recorder = _running is null
            ? value : throw new InvalidOperationException("it runs already");
    }

    public MqttClient Client { get; }

    /// <summary>Its board with wires; null when its ports are the world's.</summary>
    public WiredNode? Board { get; }

    /// <summary>Its board's program in virtual time; null without a board, and before its first pass.</summary>
    public NodeProgram? Program => _firmware.Program;

    /// <summary>Its board under power, when it runs with threads.</summary>
    public RunningBoard? Running => _running;

    public VirtualClock Clock { get; }

    public LateUplink Uplink { get; }

    /// <summary>What it keeps without a board; with one it has files.</summary>
    public MemoryStore Store { get; private set; }

    /// <summary>What the node writes to, with or without a board; it may fail.</summary>
    public TearingStore Medium { get; }

    /// <summary>Starts so far, the first among them.</summary>
    public int Starts => _running?.Starts ?? _firmware.Starts;

    /// <summary>What the firmware is told at a time of the world: what has passed since its start.</summary>
    public long UptimeAt(long nowMs) => nowMs - (_running?.BornMs ?? _firmware.BornMs);

    /// <summary>The hardware's view: the pass is running.</summary>
    public bool HeartbeatAlive => _heartbeat.Alive;

    public long Heartbeats => _heartbeat.Toggles;

    /// <summary>The city has acknowledged every event that the node has made.</summary>
    public bool Settled => Live is { } node
        && !node.Journal.HasPending && node.Journal.AcknowledgedThrough == node.Journal.LastStored;

    /// <summary>With threads it passes by itself, and this only waits for its first.</summary>
    public void Pass(long nowMs)
    {
        if (Board is { ResetDue: true })
        {
            RestartNow();
        }

        _nowMs = nowMs;
        Uplink.Advance(nowMs);
        if (_running is { PowerFailed: true })
        {
            FailPower(nowMs);
        }

        if (nowMs >= _backMs)
        {
            TurnOn();
        }

        if (_running is not null)
        {
            _ = _running.Node;
            return;
        }

        Clock.Advance(nowMs);
        _heartbeat.Advance(nowMs);

        if (!HasPower)
        {
            return;
        }

        try
        {
            _firmware.Pass(nowMs);
        }
        catch (PowerCutException)
        {
            FailPower(nowMs);
        }

        if (!HeartbeatAlive)
        {
            _outside.Fall();
        }
    }

    /// <summary>Its reset button: it starts anew in the next pass.</summary>
    public void RestartNow()
    {
        _firmware.Restart();
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

    private void Deploy()
    {
        Board!.Deploy(_settings, _key);
        Run();
    }

    /// <summary>With threads, if it has them.</summary>
    private void Run() => _running = Board is { Threaded: true } board
        ? new RunningBoard(board, _connect, new BoardOutside { Before = StandBefore, Recorder = Recorder })
        : null;

    /// <summary>Between the drivers of a board with threads and its node: what a scenario can do to them.</summary>
    private void StandBefore(NodePorts ports)
    {
        Medium.Medium = ports.Store;
        Uplink.Line = ports.Uplink;
        Clock.Real = ports.Clock;
        (ports.Store, ports.Uplink, ports.Clock) = (Medium, Uplink, Clock);
    }

    /// <summary>What a board's main loop gives, and two runs must agree on.</summary>
    private void Equip(NodePorts ports)
    {
        Medium.Medium = ports.Store == Medium ? Medium.Medium : ports.Store;
        ports.Store = Medium;
        ports.Clock = Clock;
        ports.Uplink = Uplink;
        ports.Random = _random;
    }

    /// <summary>The will tells the city when the node is lost without a word.</summary>
    private static MqttConnect Greeting(string path) => new(path.Replace('/', '-'))
    {
        CleanSession = true,
        Will = new MqttMessage(CityTopic.Of(path, "state"), Encoding.ASCII.GetBytes("lost"), Retain: true),
    };
}
