using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The nodes of a place with the embedded broker and the city; virtual time.</summary>
internal sealed class CommissionRig : IDisposable
{
    private const int StartsMs = 20_000;

    private static readonly long StartMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly CommissionPlace _place;
    private readonly StationNetwork _network;

    public CommissionRig(CommissionPlace place)
    {
        _place = place;
        _network = new StationNetwork(5, new Prng(7));
        foreach ((var settings, var outside) in place.Nodes())
        {
            _network.Add(settings, outside);
        }

        _network.OpenCity();
    }

    public ReferenceCity City => _network.City;

    public CommissionReport Walk(CommissionPlan plan)
    {
        Technician technician = _place.TechnicianAt(plan.Node);
        Run(StartsMs);
        CommissionLine line = new(City, plan.Node, () => _place.NowMs, () => StartMs + _place.NowMs, Pass);
        return new CommissionWalk(line, plan, technician.Hear).Run();
    }

    public void Run(long milliseconds)
    {
        for (long endMs = _place.NowMs + milliseconds; _place.NowMs < endMs;)
        {
            Pass();
        }
    }

    public void Dispose() => _network.Dispose();

    private void Pass()
    {
        _place.Advance(_network.Nodes);
        foreach (StationNode node in _network.Nodes)
        {
            node.Pass(_place.NowMs);
        }

        _place.Passed();
        _network.UntilQuiet(_place.NowMs);
    }
}
