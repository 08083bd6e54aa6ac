namespace SwapEdge.Simulator;

/// <summary>
/// In every second life the adapter of one charger's bus hears nothing for a while. Drawn apart from all else: the
/// other mishaps of a seed do not depend on it.
/// </summary>
internal sealed class DeafAdapter
{
    private const ulong Salt = 0x9E3779B97F4A7C15;
    private const int ShortestMs = 2_000;
    private const int LongestMs = 90_000;

    private readonly FaultyBus? _bus;
    private readonly int _fromMs;
    private readonly int _untilMs;

    /// <param name="seed">Of the life.</param>
    /// <param name="lastsMs">Time in which mishaps begin.</param>
    /// <param name="station">Whose adapter it is.</param>
    public DeafAdapter(ulong seed, int lastsMs, LifeStation station)
    {
        Prng random = new(seed ^ Salt);
        if (random.Between(0, 1) == 0)
        {
            return;
        }

        // The last bus of a node is the link's.
        LifeNode node = station.BayNodes[random.Between(0, station.BayNodes.Count - 1)];
        _bus = node.Buses[random.Between(0, node.Buses.Count - 2)];
        _fromMs = random.Between(0, lastsMs);
        _untilMs = _fromMs + random.Between(ShortestMs, LongestMs);
    }

    public void Advance(long nowMs)
    {
        if (_bus is not null)
        {
            _bus.Silent = nowMs >= _fromMs && nowMs < _untilMs ? _ => true : null;
        }
    }

    public void Mend()
    {
        if (_bus is not null)
        {
            _bus.Silent = null;
        }
    }
}
