using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a table can tell apart of the observations.</summary>
public sealed class Views(SwapTable table, Observations observations)
{
    private readonly Dictionary<int, View[]> _known = [];
    private readonly Dictionary<(ulong Rows, Fact Reasons, ulong Uses, Letter Truth), View> _found = [];
    private readonly Row[][] _rows = [.. Enumerable.Range(0, SwapTable.Phases)
        .Select(phase => table.Rows.Where(row => (int)row.From == phase).ToArray())];

    private readonly Fact[] _looks = [.. Enumerable.Range(0, SwapTable.Phases)
        .Select(phase => table.Rows.Where(row => (int)row.From == phase)
            .Aggregate(Fact.None, (facts, row) => facts | row.Require | row.Forbid))];

    /// <summary>All facts that the rows of a phase mention.</summary>
    public Fact Look(Phase phase) => _looks[(int)phase];

    public View[] Of(Phase phase, int plant)
    {
        int key = (int)phase << Spot.PlantBits | plant;
        if (!_known.TryGetValue(key, out View[]? views))
        {
            views = Merge(phase, observations.Of(phase, plant));
            _known.Add(key, views);
        }

        return views;
    }

    private View[] Merge(Phase phase, Observed[] all)
    {
        _found.Clear();
        List<View> views = [];
        foreach (Observed seen in all)
        {
            Fact stop = SwapCauses.Of(phase, seen.Facts) != Fault.None ? Fact.MustStop : Fact.None;
            Fact abort = (seen.Facts & SwapCauses.Aborts) != Fact.None ? Fact.SwapAborted : Fact.None;
            Fact fire = (seen.Facts & SwapCauses.Emergencies) != Fact.None ? Fact.Emergency : Fact.None;
            Letter truth = Observations.TruthOf(phase, seen.Letter);
            (ulong, Fact, ulong, Letter) key = (RowsOf(phase, seen.Facts), stop | abort | fire, UsesOf(phase, seen.Facts), truth);
            if (_found.TryGetValue(key, out View? view))
            {
                view.Add(seen);
            }
            else
            {
                view = new View(seen);
                _found.Add(key, view);
                views.Add(view);
            }
        }

        return [.. views];
    }

    /// <summary>What facts are good for beside rows: going on by hand, and drives; a bit for each.</summary>
    private static ulong UsesOf(Phase phase, Fact facts)
    {
        if (phase != Phase.Maintenance)
        {
            return (ulong)(facts & (Fact.ManualSelected | Fact.Confirmed | Demands.Of(phase)));
        }

        ulong uses = 0;
        foreach (Drive hand in HandDrives.All)
        {
            uses = uses << 2 | (Interlocks.ByHand(hand, facts) != Drive.None ? 1UL : 0)
                | (Demands.AreMet(hand, facts) ? 2UL : 0);
        }

        return uses;
    }

    /// <summary>A bit for each row that these facts allow, derived facts left out.</summary>
    private ulong RowsOf(Phase phase, Fact facts)
    {
        Row[] rows = _rows[(int)phase];
        ulong match = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            bool matches = (rows[i].Require & ~SwapMachine.Derived & ~facts) == Fact.None
                && (rows[i].Forbid & ~SwapMachine.Derived & facts) == Fact.None;
            match |= matches ? 1UL << i : 0;
        }

        return match;
    }
}
