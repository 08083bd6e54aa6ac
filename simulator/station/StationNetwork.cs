using System.Diagnostics;
using System.Net;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The broker of a simulated station, its nodes and the city, joined in memory or over loopback TCP. The broker may be
/// away, silent, slow or restarted, and the city offline.
/// </summary>
public sealed class StationNetwork : IDisposable
{
    private readonly ulong _seed;
    private readonly Prng _random;
    private readonly StationOptions _options;
    private readonly MemoryListener? _lines;
    private readonly NetworkTrouble _trouble = new();
    private readonly MqttPump _pump;
    private readonly NodeKeys _keys = new();
    private readonly List<StationNode> _nodes = [];
    private readonly object _gate = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly bool _realTime;
    private TimeSpan _late;
    private Broker _broker;
    private ReferenceCity? _city;
    private Stranger? _stranger;
    private bool _brokerAway;
    private bool _cityAway;

    /// <param name="seed">Keys follow from it.</param>
    /// <param name="random">Chance for the nodes.</param>
    /// <param name="options">How they are run; the usual when left out.</param>
    /// <param name="realTime">
    /// Steps come no faster than real time, and civil time is the machine's: for boards that run with threads.
    /// </param>
    public StationNetwork(ulong seed, Prng random, StationOptions? options = null, bool realTime = false)
    {
        _seed = seed;
        _random = random;
        _realTime = realTime;
        _options = options ?? new StationOptions();
        _options = realTime ? _options with { Begins = DateTimeOffset.UtcNow, OverTcp = true } : _options;
        _lines = _options.OverTcp ? null : new MemoryListener();
        _broker = OpenBroker();
        _pump = new MqttPump(_broker) { AtOnce = !_options.OverTcp };
    }

    public IReadOnlyList<StationNode> Nodes => _nodes;

    public ReferenceCity City => _city ?? throw new InvalidOperationException("the city is not open");

    /// <summary>Somebody who pretends to be the city.</summary>
    public Stranger Stranger
    {
        get
        {
            if (_stranger is null)
            {
                MqttClient client = new(new MqttClientOptions(new MqttConnect("stranger")), Connect);
                Stranger stranger = new(client);
                _stranger = stranger;
                _pump.Add(client);
                _pump.Add(_ => !_brokerAway && stranger.Serve());
            }

            return _stranger;
        }
    }

    /// <summary>Civil time of the world, Unix milliseconds, at a virtual time.</summary>
    public long UtcMs(long nowMs) => _options.Begins.ToUnixTimeMilliseconds() + nowMs;

    /// <summary>The key that a node shares with the city.</summary>
    public byte[] KeyOf(StationNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return NodeKeys.Derive(_seed, node.Path);
    }

    /// <summary>The broker is not there: connections end, and none can be made. It forgets nothing.</summary>
    public bool BrokerAway
    {
        get => _brokerAway;
        set
        {
            _brokerAway = value;
            if (value)
            {
                _nodes.ForEach(node => node.Cut("the broker is away"));
                _city?.Client.Cut("the broker is away");
            }
        }
    }

    /// <summary>The city is offline; the broker keeps what is for it.</summary>
    public bool CityAway
    {
        get => _cityAway;
        set
        {
            _cityAway = value;
            if (value)
            {
                City.Client.Cut("the city is offline");
            }
        }
    }

    /// <summary>Everything waits on its way, and nobody is told. Not over TCP in virtual time.</summary>
    public bool Silent
    {
        get => _lines is { Held: true } || _trouble.Held;
        set
        {
            Troublesome();
            _lines?.Held = value;
            _trouble.Held = value;
        }
    }

    /// <summary>So much later comes what the broker says. Not over TCP in virtual time.</summary>
    public int SlowByMs
    {
        get => Math.Max(_lines?.SlowByMs ?? 0, _trouble.SlowByMs);
        set
        {
            Troublesome();
            _lines?.SlowByMs = value;
            _trouble.SlowByMs = value;
        }
    }

    public StationNode Add(NodeSettings settings, NodeOutside outside)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string path = $"{settings.City}/{settings.Station}/{settings.Node}";
        byte[] key = NodeKeys.Derive(_seed, path);
        _keys.Add(path, key);
        outside.Board?.Bench.Gate = _gate;
        StationNode node = new(settings, outside, Connect, key, _random.Fork(), _options);
        _nodes.Add(node);
        _pump.Add(node.Client);
        return node;
    }

    /// <summary>Once, after the nodes.</summary>
    public void OpenCity()
    {
        MqttConnect greeting = new("city") { CleanSession = false };
        MqttClient client = new(new MqttClientOptions(greeting) { Window = 64 }, Connect);
        ReferenceCity city = new(client, new CityStore(":memory:"), _keys);
        _city = city;
        _pump.Add(client);
        _pump.Add(nowMs => !_cityAway && city.Serve(nowMs, UtcMs(nowMs)));
    }

    /// <summary>The broker starts anew: sessions and retained messages are gone.</summary>
    public void RestartBroker()
    {
        if (_options.Broker is not null)
        {
            throw new ScenarioException("a broker of others is not ours to restart");
        }

        _broker.Dispose();
        _broker = OpenBroker();
        _pump.Broker = _broker;
    }

    /// <summary>
    /// The world takes a step, and what is wired to boards with it; then, in real time, this waits for it.
    /// </summary>
    /// <param name="step">Moves the world.</param>
    /// <param name="nowMs">Of the world behind the step.</param>
    public void Step(Action step, Func<long> nowMs)
    {
        lock (_gate)
        {
            step();
            foreach (StationNode node in _nodes)
            {
                node.Board?.Advance(nowMs());
            }
        }

        if (_realTime)
        {
            Wait(nowMs());
        }
    }

    /// <summary>One pass of every node, and all talk that follows.</summary>
    public void Pass(long nowMs)
    {
        foreach (StationNode node in _nodes)
        {
            node.Pass(nowMs);
        }

        UntilQuiet(nowMs);
    }

    /// <summary>
    /// Lets nodes, broker and city talk until nothing is on its way; in real time as far as they have come.
    /// </summary>
    public void UntilQuiet(long nowMs)
    {
        _lines?.Advance(nowMs);
        _trouble.NowMs = nowMs;
        if (_realTime || _options.Broker is not null)
        {
            _pump.Serve(nowMs);
        }
        else if (!_pump.UntilQuiet(nowMs))
        {
            throw new InvalidOperationException("nodes, broker and city did not become quiet");
        }
    }

    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        _city?.Dispose();
        _broker.Dispose();
    }

    /// <summary>A stall is not followed by a burst: the world is late from then on.</summary>
    private void Wait(long nowMs)
    {
        TimeSpan due = TimeSpan.FromMilliseconds(nowMs) + _late;
        TimeSpan early = due - Stopwatch.GetElapsedTime(_began);
        _late -= early < TimeSpan.FromMilliseconds(-Station.PassMs) ? early : TimeSpan.Zero;
        do
        {
            _pump.Serve(nowMs);
            Thread.Sleep(early > TimeSpan.Zero ? 1 : 0);
            early = due - Stopwatch.GetElapsedTime(_began);
        }
        while (early > TimeSpan.Zero);
    }

    private Broker OpenBroker()
    {
        if (_lines is null)
        {
            return new Broker();
        }

        _lines.Away = false;
        return new Broker(_lines);
    }

    /// <summary>Over TCP in virtual time nobody knows what is on its way.</summary>
    private void Troublesome()
    {
        if (_lines is null && !_realTime)
        {
            throw new ScenarioException("over TCP in virtual time the network cannot be silent or slow");
        }
    }

    private IConnection Connect() => _brokerAway ? new NoConnection()
        : _options.Broker is { } open ? new TroubledConnection(open(), _trouble)
        : _lines is not null ? _lines.Connect()
        : _realTime ? new TroubledConnection(ToOwnBroker(), _trouble)
        : ToOwnBroker();

    private TcpConnection ToOwnBroker() =>
        TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, _broker.Port));
}
