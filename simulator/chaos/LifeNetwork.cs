using System.Text;

namespace SwapEdge.Simulator;

/// <summary>
/// The network of a life: nodes and city are clients of a broker in memory. The broker may be away; while lines are
/// unreliable they are held, or cut in the middle of a packet, the city goes offline, and the broker is restarted and
/// has forgotten everything.
/// </summary>
public sealed class LifeNetwork
{
    private const int KeepAliveS = 30;

    private const string Held = "lines held";
    private const string Cut = "lines cut in mid-packet";
    private const string Restarted = "broker restarted";
    private const string Offline = "city offline";
    private const string CityLost = "city's word lost";
    private const string CityDoubled = "city's word doubled";
    private const string CityOvertaken = "city's word overtaken";
    private const int MostBytes = 120;

    private static readonly string[] Strikes = [Held, Cut, Restarted, Offline];

    private readonly MemoryListener _lines;
    private readonly List<MqttClient> _nodes = [];
    private readonly LifeCityClient _cityClient;
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private Broker _broker;
    private Prng? _random;
    private long _strikesMs;
    private long _overMs;
    private bool _cutDue;

    /// <param name="lines">Memory alone: nobody need dispose of it.</param>
    public LifeNetwork(MemoryListener lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _lines = lines;
        _broker = Begin(lines);
        MqttConnect greeting = new("city") { CleanSession = false, KeepAliveS = KeepAliveS };
        _cityClient = new LifeCityClient(
            City, new MqttClient(new MqttClientOptions(greeting) { Window = 64 }, lines.Connect));
    }

    /// <summary>All faults that it may have, in words, for the report.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. Strikes, CityLost, CityDoubled, CityOvertaken, FaultyUplink.Late, FaultyUplink.Doubled,
        FaultyUplink.Overtaken,
    ];

    public LifeCity City { get; } = new();

    /// <summary>Nobody answers: no broker, or no network.</summary>
    public bool Away
    {
        get => _lines.Away;
        set
        {
            if (value != _lines.Away)
            {
                _lines.Away = value;
            }
        }
    }

    /// <summary>Faults come, and the city's word may get lost, come late, or twice.</summary>
    public bool Unreliable { get; set; }

    /// <summary>How often each fault has happened.</summary>
    public IReadOnlyDictionary<string, int> Faults => new Dictionary<string, int>(_faults, StringComparer.Ordinal)
    {
        [CityLost] = _cityClient.Lost,
        [CityDoubled] = _cityClient.Doubled,
        [CityOvertaken] = _cityClient.Overtaken,
    };

    /// <summary>A node of the station, once.</summary>
    /// <param name="name">Last part of its path.</param>
    /// <param name="key">That it shares with the city.</param>
    /// <param name="random">What befalls its lines.</param>
    /// <returns>What it will be asked.</returns>
    public LifeOrders Add(string name, byte[] key, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random ??= random.Fork();
        return _cityClient.Add(name, key, random);
    }

    /// <summary>A client with empty memory, as after a start.</summary>
    public MqttUplink Open(string name)
    {
        MqttConnect greeting = new(name)
        {
            KeepAliveS = KeepAliveS,
            Will = new MqttMessage($"swap/v1/chaos/life/{name}/state", Encoding.ASCII.GetBytes("lost"), Retain: true),
        };
        MqttClient client = new(new MqttClientOptions(greeting), _lines.Connect);
        _nodes.Add(client);
        return new MqttUplink(client);
    }

    /// <summary>Counts a fault.</summary>
    public void Note(string fault) => _faults[fault] = _faults.GetValueOrDefault(fault) + 1;

    /// <summary>Its node has lost its power.</summary>
    public void Close(MqttUplink uplink)
    {
        ArgumentNullException.ThrowIfNull(uplink);
        uplink.Client.Cut("no power");
        _nodes.Remove(uplink.Client);
    }

    /// <summary>From now on everything is as it should be.</summary>
    public void Mend()
    {
        Away = false;
        Unreliable = false;
        _cityClient.Asks = false;
        Recover();
    }

    /// <summary>One hop of every message, in one pass of the nodes.</summary>
    public void Pass(long nowMs)
    {
        Strike(nowMs);
        bool sending = false;
        foreach (MqttClient node in _nodes)
        {
            sending |= node.HasUnsent;
            node.Pump(nowMs);
        }

        if (_cutDue && sending)
        {
            _cutDue = false;
            _lines.CutAll(_random!.Between(0, MostBytes));
        }

        _broker.Pump(nowMs);
        _cityClient.Pass(nowMs, Unreliable);
    }

    private void Strike(long nowMs)
    {
        if (!Unreliable || _random is null)
        {
            return;
        }

        if (nowMs >= _overMs)
        {
            Recover();
        }

        if (nowMs < _strikesMs)
        {
            return;
        }

        string fault = Strikes[_random.Between(0, Strikes.Length - 1)];
        Note(fault);
        _overMs = nowMs + _random.Between(500, 45_000);
        _strikesMs = nowMs + _random.Between(2_000, 50_000);
        _lines.Held = fault == Held;
        _cityClient.Offline = fault == Offline;
        _cutDue = fault == Cut;
        if (fault == Restarted)
        {
            Restart();
        }
    }

    private void Recover()
    {
        _lines.Held = false;
        _cityClient.Offline = false;
        _cutDue = false;
    }

    /// <summary>Sessions and retained messages are gone.</summary>
    private void Restart()
    {
        bool away = Away;
        _broker.Dispose();
        _broker = Begin(_lines);
        Away = away;
    }

    private static Broker Begin(MemoryListener lines) => new(lines);
}
