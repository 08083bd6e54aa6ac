using System.Diagnostics;
using System.Net;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Mqtt;

/// <summary>
/// The firmware's uplink with its journal, and the reference city, at a broker of others; a third client hears in which
/// order events come. Time runs twenty times as fast as the clock, so that limits of half a minute are reached.
/// </summary>
internal sealed class StreamRig : IDisposable
{
    public const string Path = "linfen/station-1/lane-1";

    private const int Haste = 20;

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly MqttClient? _node;
    private readonly IUplink _port;
    private readonly MqttClient _listener;
    private readonly List<ulong> _heard = [];
    private readonly EventRecord _event = new();
    private long _passMs;
    private int _greeted;

    /// <param name="node">The node's way to the broker.</param>
    /// <param name="broker">The city's, which is sound.</param>
    public StreamRig(Func<IConnection> node, IPEndPoint broker)
        : this(node, () => TcpConnection.Connect(broker))
    {
    }

    public StreamRig(Func<IConnection> node, Func<IConnection> city)
        : this(Client("lane-1", node, clean: true), city)
    {
    }

    /// <param name="uplink">The node's way to the broker, which needs no pumping.</param>
    /// <param name="city">The city's.</param>
    public StreamRig(IUplink uplink, Func<IConnection> city)
    {
        byte[] key = NodeKeys.Derive(1, Path);
        NodeKeys keys = new();
        keys.Add(Path, key);
        City = new ReferenceCity(Client("city", city, clean: false), new CityStore(":memory:"), keys);
        _listener = Client("listener", city, clean: false);
        _port = uplink;
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "lane-1", LinkAddress = 0x80, Lane = 1,
        };
        Assert.Null(settings.Flaw());
        BayPorts ports = new()
        {
            Clock = new FixedClock(), Random = new CountingRandom(), Mac = new KeyedMac(key), Store = new TornStore(),
            Uplink = uplink,
        };
        Journal = new Journal(ports.Store, ports.Mac, settings.Journal);
        Journal.Open(ports.Random);
        Uplink = new Uplink(ports, settings, Journal);
        Uplink.Start(settings);
    }

    private StreamRig(MqttClient node, Func<IConnection> city)
        : this(new MqttUplink(node), city) => _node = node;

    public Journal Journal { get; }

    public Uplink Uplink { get; }

    public ReferenceCity City { get; }

    public MqttClient Node => _node!;

    /// <summary>Sequences in the order in which they were heard for the first time.</summary>
    public IReadOnlyList<ulong> Heard => _heard;

    public long NowMs => (long)(Stopwatch.GetElapsedTime(_began).TotalMilliseconds * Haste);

    /// <summary>Called in every turn.</summary>
    public Action<long> Beside { get; set; } = _ => { };

    public void Add(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.True(Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = i + 1 }));
            Assert.True(Journal.Commit());
        }
    }

    public void Until(Func<bool> condition) => Deadline.WaitFor(condition, Turn);

    public void UntilStored(ulong through) => Until(() => Journal.AcknowledgedThrough >= through);

    /// <summary>The city has each event once, nothing between them is missing, and none differed when it came again.
    /// </summary>
    public void AssertStored(int count)
    {
        Assert.Empty(City.Gaps());
        Assert.Equal(0, City.Conflicts);
        Assert.Equal(
            Enumerable.Range(1, count).Select(sequence => (ulong)sequence),
            City.Store.Events(Path).Select(each => each.Record.Sequence));
    }

    /// <summary>City and listener have subscribed, and the node is up.</summary>
    public void UntilUp() => Until(() =>
        _port.Link == UplinkLink.Up && _greeted == _listener.Connections
        && _listener is { Link: MqttLink.Up, Idle: true }
        && City.Client is { Link: MqttLink.Up, Idle: true });

    public void Dispose()
    {
        _node?.Dispose();
        _listener.Dispose();
        City.Dispose();
    }

    private static MqttClient Client(string name, Func<IConnection> open, bool clean) =>
        new(new MqttClientOptions(new MqttConnect(name) { CleanSession = clean, KeepAliveS = 30 }), open);

    private void Turn()
    {
        long nowMs = NowMs;
        Beside(nowMs);
        _node?.Pump(nowMs);
        if (nowMs - _passMs >= 50)
        {
            _passMs = nowMs;
            Uplink.Pump(nowMs, mayConnect: true);
        }

        City.Client.Pump(nowMs);
        City.Serve(nowMs, 1_790_000_000_000 + nowMs);
        Listen(nowMs);
    }

    private void Listen(long nowMs)
    {
        _listener.Pump(nowMs);
        if (_listener.Link == MqttLink.Down)
        {
            _listener.Connect();
        }
        else if (_listener.Link == MqttLink.Up && _greeted != _listener.Connections)
        {
            _greeted = _listener.Connections;
            _listener.Subscribe(CityTopic.Of(Path, "event"));
        }

        while (_listener.Receive() is { } message)
        {
            _listener.Confirm(message);
            byte[] bytes = message.Payload.ToArray();
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, bytes.Length, _event));
            if (!_heard.Contains(_event.Sequence))
            {
                _heard.Add(_event.Sequence);
            }
        }
    }
}
