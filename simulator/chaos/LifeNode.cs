using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A controller whose power comes and goes: the firmware on virtual ports over a store that may
/// tear.</summary>
public sealed class LifeNode
{
    private const int StoreBytes = 3 * 1024 * 1024;

    /// <summary>The city's word may be late by as much as the network holds it; never early.</summary>
    private const long LatestWordMs = 5 * 60_000;

    private readonly NodeSettings _settings;
    private readonly NodePorts _ports;
    private readonly FaultyBus[] _buses;
    private readonly Action _unpowered;
    private readonly LifeNetwork _network;
    private readonly Prng _chance;
    private MqttUplink? _uplink;
    private FaultyUplink? _line;
    private long _backMs;
    private long _nowMs;

    /// <param name="settings">What the node is.</param>
    /// <param name="ports">Its pins; the rest of the board is added here.</param>
    /// <param name="buses">Every bus end in the ports.</param>
    /// <param name="network">The way to the city.</param>
    /// <param name="random">Chance of its own.</param>
    /// <param name="unpowered">Takes all outputs away.</param>
    public LifeNode(
        NodeSettings settings, NodePorts ports, FaultyBus[] buses, LifeNetwork network, Prng random, Action unpowered)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(random);
        if (settings.Flaw() is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(settings));
        }

        if (settings.Kind != ports.Kind)
        {
            throw new ArgumentException("settings of another kind of node", nameof(settings));
        }

        byte[] key = NodeKeys.Derive(random.Next(), settings.Node);
        Orders = network.Add(settings.Node, key, random.Fork());
        Orders.Running = () => (Node?.Role as SwapRole)?.RequestId ?? 0;
        Power = new LifePower(settings.Bays, Orders);
        Truth.Noted = Judge;
        _chance = new Prng(BitConverter.ToUInt64(key));
        Clock.UtcQuality = _chance.Between(0, 3) == 0 ? TimeQuality.Unknown : TimeQuality.Sntp;
        ports.Clock = Clock;
        ports.Store = Store;
        ports.Mac = new HmacMac(key);
        ports.Random = new SeededRandom(random.Fork());
        ports.Heartbeat = new VirtualHeartbeat();
        _settings = settings;
        _ports = ports;
        _buses = buses;
        _unpowered = unpowered;
        _network = network;
    }

    public string Name => _settings.Node;

    /// <summary>Records what it is given and gives; to be set before its first pass.</summary>
    public NodeRecorder? Recorder { get; set; }

    public VirtualClock Clock { get; } = new(
        DateTimeOffset.FromUnixTimeMilliseconds(LifePlan.StartUtcMs), TimeQuality.Sntp);

    public TearingStore Store { get; } = new(StoreBytes);

    public IReadOnlyList<FaultyBus> Buses => _buses;

    /// <summary>The firmware that runs, or null while there is no power.</summary>
    public Node? Node { get; private set; }

    /// <summary>Starts so far.</summary>
    public int Starts { get; private set; }

    /// <summary>What it has stored.</summary>
    public LifeTruth Truth { get; } = new();

    /// <summary>What the city has asked of it.</summary>
    public LifeOrders Orders { get; }

    public TelemetryTruth Telemetry { get; } = new();

    /// <summary>Whether its chargers keep to what it says it has obeyed.</summary>
    public LifePower Power { get; }

    /// <summary>Whether the bay at a place may charge; for the judge.</summary>
    public Func<int, bool> Permitted { get; set; } = _ => false;

    /// <summary>Events with a time of the city that cannot be.</summary>
    public int Misdated { get; private set; }

    /// <summary>The city has acknowledged every event that the node has made.</summary>
    public bool Settled => Node is { } node && !node.Journal.HasPending
        && node.Journal.AcknowledgedThrough == node.Journal.LastStored;

    /// <summary>The city has of it what it should have, and knows how each of its commands ended.</summary>
    public bool IsDoneWith(LifeCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return Settled && Telemetry.IsIn(city.Telemetry) && !Orders.Open.Any();
    }

    /// <summary>
    /// Its store works again, its clock is right; from now on the city should get all that is stored.
    /// </summary>
    public void Mend(long nowMs)
    {
        Clock.Advance(nowMs);
        Clock.Jump(LifePlan.StartUtcMs + nowMs - Clock.UtcMs);
        Store.CutAfter = null;
        Store.Answer = StoreResult.Ok;
        Telemetry.Ask();
    }

    /// <summary>Power fails now and comes back after a while.</summary>
    public void Cut(long nowMs, int milliseconds)
    {
        Node = null;
        Recorder?.PowerCut(nowMs);
        _backMs = nowMs + milliseconds;
        if (_uplink is { } uplink)
        {
            _network.Close(uplink);
        }

        _unpowered();
    }

    public void Pass(long nowMs)
    {
        _nowMs = nowMs;
        Clock.Advance(nowMs);
        foreach (FaultyBus bus in _buses)
        {
            bus.Advance(nowMs);
        }

        try
        {
            Start(nowMs);
            _line?.Advance(nowMs);
            Pass(Node, nowMs);
        }
        catch (PowerCutException)
        {
            Cut(nowMs, 2_000);
        }

        if (Node is { } node)
        {
            Truth.Note(node.Journal);
            Telemetry.Note(node.Journal.Identity, node.Uplink.Telemetry.Store);
            bool right = Clock.UtcQuality == TimeQuality.Sntp && Clock.UtcMs == LifePlan.StartUtcMs + nowMs;
            if (right && !node.Journal.HasPending)
            {
                Power.Check(Clock.UtcMs, Permitted);
            }
        }
    }

    /// <summary>The city's word, without a message.</summary>
    public void Note(TurnKind call, ulong order = 0) => Recorder?.Call(call, order, _nowMs);

    private void Pass(Node? node, long nowMs)
    {
        if (node is not null)
        {
            Recorder?.Pass(nowMs);
            node.Pass(nowMs);
        }
    }

    private void Start(long nowMs)
    {
        if (Node is not null || nowMs < _backMs)
        {
            return;
        }

        foreach (FaultyBus bus in _buses)
        {
            bus.Drain();
        }

        Starts++;
        _uplink = _network.Open(_settings.Node);
        _line = new FaultyUplink(_uplink, _network, _chance.Fork());
        _ports.Uplink = _line;
        Power.Restart();
        Node = new Node(_settings, Recorder?.Open(_settings, _ports, false, nowMs) ?? _ports);
        Node.Start(nowMs);
    }

    private void Judge(EventRecord stored)
    {
        Power.Take(stored);
        long lateMs = LifePlan.StartUtcMs + _nowMs - stored.UtcMs;
        bool ofCity = stored.TimeQuality == TimeQuality.City && Clock.UtcQuality == TimeQuality.Unknown;
        Misdated += ofCity && lateMs is < 0 or > LatestWordMs ? 1 : 0;
    }
}
