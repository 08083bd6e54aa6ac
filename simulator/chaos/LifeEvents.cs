using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Lets the mishaps of a life begin and end when they are due.</summary>
/// <typeparam name="TStation">The station that they befall.</typeparam>
/// <param name="station">It.</param>
/// <param name="phase">Where its first lane stands.</param>
/// <param name="planned">All that is to happen.</param>
public sealed class LifeEvents<TStation>(
    TStation station, Func<Phase> phase, IReadOnlyList<LifeEvent<TStation>> planned)
{
    private readonly List<LifeEvent<TStation>> _waiting = [.. planned.OrderBy(each => each.AtMs)];
    private readonly List<(LifeEvent<TStation> Event, long UntilMs)> _running = [];
    private readonly Dictionary<string, int> _begun = new(StringComparer.Ordinal);
    private Phase _phase;
    private long _phaseMs;

    /// <summary>How often each mishap has happened, by its name.</summary>
    public IReadOnlyDictionary<string, int> Begun => _begun;

    public void Advance(long nowMs)
    {
        _phaseMs = phase() == _phase ? _phaseMs : nowMs;
        _phase = phase();
        for (int i = 0; i < _waiting.Count; i++)
        {
            if (IsDue(_waiting[i], nowMs))
            {
                Begin(_waiting[i], nowMs);
                _waiting.RemoveAt(i);
                i--;
            }
        }

        for (int i = _running.Count - 1; i >= 0; i--)
        {
            if (_running[i].UntilMs <= nowMs)
            {
                LifeEvent<TStation> over = _running[i].Event;
                over.Mishap.End(station, over.Detail);
                _running.RemoveAt(i);
            }
        }
    }

    /// <summary>Everything is put right.</summary>
    public void EndAll()
    {
        _running.ForEach(each => each.Event.Mishap.End(station, each.Event.Detail));
        _running.Clear();
    }

    private bool IsDue(LifeEvent<TStation> waits, long nowMs) => waits.During is { } during
        ? during == _phase && nowMs - _phaseMs >= waits.AtMs
        : nowMs >= waits.AtMs;

    private void Begin(LifeEvent<TStation> begins, long nowMs)
    {
        if (begins.Mishap.Begin(station, begins.Detail))
        {
            _running.Add((begins, nowMs + begins.LastsMs));
            _begun[begins.Mishap.Name] = _begun.GetValueOrDefault(begins.Mishap.Name) + 1;
        }
    }
}
