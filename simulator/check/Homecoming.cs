using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// From every spot that was reached, however, with working sensors from now on: is there a way to Idle for people who
/// want the swap to end well? Since every spot on such a way has one too, it is reached in the end.
/// </summary>
public sealed class Homecoming
{
    private readonly Explorer _explorer;
    private readonly IPlantModel _model;
    private readonly SpotSet _bases = new();
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private bool[] _home = [];

    public Homecoming(Explorer explorer, IPlantModel model)
    {
        _explorer = explorer;
        _model = model;
    }

    public Finding Finding { get; } = new("with working sensors and a willing person, Idle is reached from everywhere");

    /// <summary>Spots from which confirming is not enough: a person has to clear the machine by hand.</summary>
    public int ByHand { get; private set; }

    public int Spots => _bases.Count;

    public void Run(SwapTable table)
    {
        for (int i = 0; i < _explorer.Spots.Count; i++)
        {
            _bases.Add(_explorer.Spots[i].Base, -1, i);
        }

        List<Spot> then = [];
        for (int i = 0; i < _bases.Count; i++)
        {
            AddWays(i, then);
        }

        _home = new bool[_bases.Count];
        Spread();
        ByHand = _home.Count(home => !home);
        FreeByHand();
        Spread();
        Finding.Tried = _bases.Count;
        int lost = Array.IndexOf(_home, false);
        if (lost >= 0)
        {
            int count = _home.Count(home => !home);
            Finding.Broken = $" from {count} spots there is none; the first is {_bases[lost].Phase}:"
                + Trace.Of(_explorer, _model, table, _bases.Via(lost), null, null)
                + $"\n         {_bases[lost].Phase}, {_bases[lost].Age}, {_bases[lost].Retries} retries, pack "
                + $"{_bases[lost].Pack}{(_bases[lost].Aborted ? ", aborted" : "")}";
        }
    }

    private void AddWays(int index, List<Spot> then)
    {
        Spot spot = _bases[index];
        foreach (View view in _explorer.ViewsOf(spot))
        {
            if (!view.Willing)
            {
                continue;
            }

            _explorer.Step(spot, view);
            then.Clear();
            _explorer.Follow(spot, true, then);
            foreach (Spot to in then)
            {
                int found = _bases.IndexOf(to);
                if (found >= 0 && found != index)
                {
                    _from.Add(index);
                    _to.Add(found);
                }
            }
        }
    }

    /// <summary>What leads to a spot with a way home has one too.</summary>
    private void Spread()
    {
        int[] first = new int[_bases.Count + 1];
        foreach (int to in _to)
        {
            first[to + 1]++;
        }

        for (int i = 0; i < _bases.Count; i++)
        {
            first[i + 1] += first[i];
        }

        int[] back = new int[_to.Count];
        int[] at = first.ToArray();
        for (int i = 0; i < _to.Count; i++)
        {
            int slot = at[_to[i]];
            back[slot] = _from[i];
            at[_to[i]] = slot + 1;
        }

        Stack<int> open = new();
        for (int i = 0; i < _home.Length; i++)
        {
            if (_home[i] || _bases[i].Phase == Phase.Idle)
            {
                _home[i] = true;
                open.Push(i);
            }
        }

        while (open.TryPop(out int index))
        {
            for (int i = first[index]; i < first[index + 1]; i++)
            {
                if (!_home[back[i]])
                {
                    _home[back[i]] = true;
                    open.Push(back[i]);
                }
            }
        }
    }

    /// <summary>Held spots from which a person clears the machine and then confirms.</summary>
    private void FreeByHand()
    {
        for (int i = 0; i < _home.Length; i++)
        {
            Spot spot = _bases[i];
            if (_home[i] || spot.Phase != Phase.Held)
            {
                continue;
            }

            Spot cleared = spot with { Plant = _model.ByHand(spot.Plant) };
            foreach (View view in _explorer.ViewsOf(cleared))
            {
                if (view.Willing)
                {
                    _explorer.Step(cleared, view);
                    _home[i] |= _explorer.Next.Phase is Phase.Idle or Phase.Releasing;
                }
            }
        }
    }
}
