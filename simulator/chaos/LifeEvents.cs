namespace SwapEdge.Simulator;

/// <summary>Lets the mishaps of a life begin and end when they are due.</summary>
/// <typeparam name="TStation">The station that they befall.</typeparam>
/// <param name="station">It.</param>
/// <param name="planned">All that is to happen.</param>
public sealed class LifeEvents<TStation>(TStation station, IReadOnlyList<LifeEvent<TStation>> planned)
{
    private readonly Queue<LifeEvent<TStation>> _waiting = new(planned.OrderBy(each => each.AtMs));
    private readonly List<LifeEvent<TStation>> _running = [];
    private readonly Dictionary<string, int> _begun = new(StringComparer.Ordinal);

    /// <summary>How often each mishap has happened, by its name.</summary>
    public IReadOnlyDictionary<string, int> Begun => _begun;

    public void Advance(long nowMs)
    {
        while (_waiting.TryPeek(out LifeEvent<TStation>? next) && next.AtMs <= nowMs)
        {
            _waiting.Dequeue();
            if (next.Mishap.Begin(station, next.Detail))
            {
                _running.Add(next);
                _begun[next.Mishap.Name] = _begun.GetValueOrDefault(next.Mishap.Name) + 1;
            }
        }

        for (int i = _running.Count - 1; i >= 0; i--)
        {
            if (_running[i].UntilMs <= nowMs)
            {
                _running[i].Mishap.End(station, _running[i].Detail);
                _running.RemoveAt(i);
            }
        }
    }

    /// <summary>Everything is put right.</summary>
    public void EndAll()
    {
        _running.ForEach(each => each.Mishap.End(station, each.Detail));
        _running.Clear();
    }
}
