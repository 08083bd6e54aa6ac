using System.Diagnostics;
using System.Net;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Commissioning;

/// <summary>
/// The whole walk of each kind of node over mosquitto. The clocks of node and tool stand still while a message is on
/// its way to the broker: minutes of a technician's work are seconds here, and a busy machine makes nothing late.
/// </summary>
public sealed class CommissionBrokerTests(ITestOutputHelper output)
{
    private const int StartsMs = 20_000;

    /// <summary>What the broker has acknowledged may still be on its way to whom it is for.</summary>
    private const int LeastRestMs = 2;

    private static readonly TimeSpan MostOnTheWay = TimeSpan.FromSeconds(2);

    private readonly List<StationNode> _nodes = [];
    private readonly NodeKeys _keys = new();

    [Theory]
    [InlineData(StationPlace.LaneNode)]
    [InlineData(StationPlace.BayNode)]
    [InlineData(CabinetPlace.Node)]
    public void A_whole_walk_over_mosquitto_passes(string node)
    {
        using TemporaryFolder folder = new();
        using Mosquitto mosquitto = Mosquitto.Broker(
            out IPEndPoint at, folder, "allow_anonymous true", "set_tcp_nodelay true");
        CommissionPlace place = node == CabinetPlace.Node ? new CabinetPlace() : new StationPlace();
        Func<IConnection> open = BrokerAddress.Parse($"mqtt://127.0.0.1:{at.Port}", out _)!.Opener();
        DateTimeOffset startUtc = DateTimeOffset.UtcNow;
        foreach ((var settings, var outside) in place.Nodes())
        {
            string path = $"{settings.City}/{settings.Station}/{settings.Node}";
            byte[] key = NodeKeys.Derive(9, path);
            _keys.Add(path, key);
            StationOptions options = new() { Begins = startUtc };
            _nodes.Add(new StationNode(settings, outside, open, key, new Prng(9), options));
        }

        using ReferenceCity city = new(
            new MqttClient(new MqttClientOptions(new MqttConnect("city-commission")), open),
            new CityStore(":memory:"), _keys);
        long began = Stopwatch.GetTimestamp();
        Technician technician = place.TechnicianAt(node);
        while (place.NowMs < StartsMs)
        {
            Pass(place, city, startUtc);
        }

        CommissionLine line = new(
            city, node, () => place.NowMs, () => startUtc.ToUnixTimeMilliseconds() + place.NowMs,
            () => Pass(place, city, startUtc));
        CommissionReport report = new CommissionWalk(line, new CommissionPlan(node), technician.Hear).Run();
        output.WriteLine(report.Text(new CommissionTexts(chinese: false)));
        output.WriteLine($"{place.NowMs / 1000} s in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        _nodes.ForEach(each => each.Dispose());
        Assert.Equal(
            [], report.Results.Where(step => step.Outcome is CommissionOutcome.Failed or CommissionOutcome.TimedOut)
                .Select(step => $"{step.Step}: {step.Seen}"));
        Assert.Equal(0, city.Conflicts);
    }

    private void Pass(CommissionPlace place, ReferenceCity city, DateTimeOffset startUtc)
    {
        place.Advance(_nodes);
        _nodes.ForEach(node => node.Pass(place.NowMs));
        place.Passed();
        long began = Stopwatch.GetTimestamp();
        bool quiet = false;
        while (!quiet && Stopwatch.GetElapsedTime(began) < MostOnTheWay)
        {
            bool busy = _nodes.Aggregate(false, (any, node) => any | node.Client.Pump(place.NowMs));
            busy |= city.Client.Pump(place.NowMs);
            busy |= city.Serve(place.NowMs, startUtc.ToUnixTimeMilliseconds() + place.NowMs);
            Thread.Sleep(busy ? 0 : LeastRestMs);
            quiet = !busy && city.IsListening && _nodes.TrueForAll(node => node.Client.Idle);
        }
    }
}
