using System.Diagnostics;
using System.Net;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The broker of a simulated station, its nodes and the city, joined over loopback TCP.</summary>
/// <param name="seed">Keys follow from it.</param>
/// <param name="random">Chance of the nodes.</param>
/// <param name="realTime">
/// Steps come no faster than real time, and civil time is the machine's: for boards that run with threads.
/// </param>
public sealed class StationNetwork(ulong seed, Prng random, bool realTime = false) : IDisposable
{
    private readonly object _gate = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan _late;
    private readonly Broker _broker = new();
    private readonly NodeKeys _keys = new();
    private readonly List<StationNode> _nodes = [];
    private MqttPump? _pump;
    private ReferenceCity? _city;

    public IReadOnlyList<StationNode> Nodes => _nodes;

    public ReferenceCity City => _city ?? throw new InvalidOperationException("the city is not open");

    private DateTimeOffset StartUtc { get; } = realTime
        ? DateTimeOffset.UtcNow
        : new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    private MqttPump Pump => _pump ??= new MqttPump(_broker);

    public StationNode Add(NodeSettings settings, NodeOutside outside)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string path = $"{settings.City}/{settings.Station}/{settings.Node}";
        byte[] key = NodeKeys.Derive(seed, path);
        _keys.Add(path, key);
        outside.Board?.Bench.Gate = _gate;
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

        if (realTime)
        {
            Wait(nowMs());
        }
    }

    /// <summary>
    /// Lets nodes, broker and city talk until nothing is on its way; in real time as far as they have come.
    /// </summary>
    public void UntilQuiet(long nowMs)
    {
        if (realTime)
        {
            Pump.Serve(nowMs);
        }
        else if (!Pump.UntilQuiet(nowMs))
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
            Pump.Serve(nowMs);
            Thread.Sleep(early > TimeSpan.Zero ? 1 : 0);
            early = due - Stopwatch.GetElapsedTime(_began);
        }
        while (early > TimeSpan.Zero);
    }

    private TcpConnection Connect() => TcpConnection.Connect(new IPEndPoint(IPAddress.Loopback, _broker.Port));
}
