using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the city of a run has been told, in the order in which it was; conditions look only at what is new.
/// </summary>
public sealed class CityLog
{
    private readonly ReferenceCity _city;
    private readonly List<CityEvent> _events = [];
    private readonly List<CityEvent> _alarms = [];
    private readonly List<CommandRow> _results = [];
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    private int _looked = -1;
    private bool _gapless;

    public CityLog(ReferenceCity city)
    {
        ArgumentNullException.ThrowIfNull(city);
        _city = city;
        city.EventTaken = _events.Add;
        city.AlarmTaken = _alarms.Add;
        city.StateTaken = (node, state) => _states[node] = state;
        city.Heard += Take;
    }

    /// <summary>Stored, each once.</summary>
    public IReadOnlyList<CityEvent> Events => _events;

    /// <summary>Copies on the alarm topic.</summary>
    public IReadOnlyList<CityEvent> Alarms => _alarms;

    /// <summary>Every word on a command, with what the command was.</summary>
    public IReadOnlyList<CommandRow> Results => _results;

    /// <summary>The city misses no event, and none came twice with another content.</summary>
    public bool IsGapless
    {
        get
        {
            if (_looked != _events.Count)
            {
                _looked = _events.Count;
                _gapless = _city.Conflicts == 0 && _city.Gaps().Count == 0;
            }

            return _gapless;
        }
    }

    /// <summary>The last state that a node told, or its will; empty: none.</summary>
    public string StateOf(string node) => _states.GetValueOrDefault(node, "");

    private void Take(string node, CityResult result, byte[] bytes)
    {
        CommandRow? sent = _city.Store.Commands(node).FirstOrDefault(row => row.Counter == result.Counter);
        if (sent is not null)
        {
            _results.Add(sent with { State = result.State, Reason = result.Reason });
        }
    }
}
