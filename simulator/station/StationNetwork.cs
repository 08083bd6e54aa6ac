using System.Net;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The broker of a simulated station, its nodes and the city, joined over loopback TCP.</summary>
public sealed class StationNetwork(ulong seed, Prng random) : IDisposable
{
    private static readonly DateTimeOffset StartUtc = new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly Broker _broker = new();
    private readonly NodeKeys _keys = new();
    private readonly List<StationNode> _nodes = [];
    private MqttPump? _pump;
    private ReferenceCity? _city;

    public IReadOnlyList<StationNode> Nodes => _nodes;

    public ReferenceCity City => _city ?? throw new InvalidOperationException("the city is not open");

    private MqttPump Pump => _pump ??= new MqttPump(_broker);

    public StationNode Add(NodeSettings settings, NodeOutside outside)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string path = $"{settings.City}/{settings.Station}/{settings.Node}";
        byte[] key = NodeKeys.Derive(seed, path);
        _keys.Add(path, key);
        StationNode node = new(settings, outside, Connect, key, random.Fork(), StartUtc);
        _nodes.Add(node);
        Pump.Add(node.Client);
        return node;
    }

    /// <summary>Once, after the nodes.</summary>
    public void OpenCity()
    {
        MqttConnect greeting = new("city") { CleanSession = false };
        MqttClient client = new(new MqttClientOptions(greeting) { Window = 64 }, Connect);
        ReferenceCity city = new(client, new CityStore(":memory:"), _keys);
        _city = city;
        Pump.Add(client);
        Pump.Add(nowMs => city.Serve(nowMs, StartUtc.ToUnixTimeMilliseconds() + nowMs));
    }

    /// <summary>Lets nodes, broker and city talk until nothing is on its way.</summary>
    public void UntilQuiet(long nowMs)
    {
        if (!Pump.UntilQuiet(nowMs))
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

    private TcpConnection Connect() => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, _broker.Port));
}
