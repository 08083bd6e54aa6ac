using System.Numerics;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a table, or what is expected of it, can tell apart of the observations.</summary>
public sealed class Views(SwapTable table, Observations observations, ExpectedWay way)
{
    private const int WayBits = 5;

    private static readonly Fact[] Contexts = [.. new[] { Fact.None, Fact.SwapAborted, Fact.MorePacks }.SelectMany(
        end => new[] { Fact.None, Fact.RetryLeft }.SelectMany(retry => new[]
        {
            Fact.PhaseSettled | end | retry, Fact.PhaseSettled | Fact.PhaseExpired | end | retry,
        }))];

    private readonly Dictionary<int, View[]> _known = [];
    private readonly Dictionary<(ulong Rows, Fact Reasons, ulong Uses, ulong Ways, Letter Truth), View> _found = [];
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
            (ulong, Fact, ulong, ulong, Letter) key = KeyOf(phase, seen);
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

    private (ulong Rows, Fact Reasons, ulong Uses, ulong Ways, Letter Truth) KeyOf(Phase phase, Observed seen)
    {
        Fact stop = SwapCauses.Of(phase, seen.Facts) != Fault.None ? Fact.MustStop : Fact.None;
        Fact abort = (seen.Facts & SwapCauses.Aborts) != Fact.None ? Fact.SwapAborted : Fact.None;
        Fact fire = (seen.Facts & SwapCauses.Emergencies) != Fact.None ? Fact.Emergency : Fact.None;
        Fact why = seen.Facts & Expected.Stops(phase);
        Fact reasons = stop | abort | fire | (BitOperations.IsPow2((ulong)why) ? why : Fact.None);
        if (stop != Fact.None && Expected.IsStep(phase))
        {
            // The rows of a step that must stop look at nothing else, and exclude every other row.
            return (0, reasons, 0, 0, Letter.Usual);
        }

        Letter truth = Observations.TruthOf(phase, seen.Letter);
        return (RowsOf(phase, seen.Facts), reasons, UsesOf(phase, seen.Facts), WaysOf(phase, seen.Facts), truth);
    }

    /// <summary>What facts are good for beside rows: going on by hand, and drives; a bit for each.</summary>
    private static ulong UsesOf(Phase phase, Fact facts)
    {
        if (phase != Phase.Maintenance)
        {
            Fact left = phase == Phase.Held ? Fact.VehiclePresent | Fact.HoistLoaded : Fact.None;
            return (ulong)(facts & (Fact.ManualSelected | Fact.Confirmed | Demands.Of(phase) | left));
        }

        ulong uses = 0;
        foreach (Drive hand in HandDrives.All)
        {
            uses = uses << 2 | (Interlocks.ByHand(hand, facts) != Drive.None ? 1UL : 0)
                | (Demands.AreMet(hand, facts) ? 2UL : 0);
        }

        return uses;
    }

    /// <summary>
    /// Where it is expected to lead: early or at the limit, tried enough or not, aborted or with packs to come.
    /// </summary>
    private ulong WaysOf(Phase phase, Fact facts)
    {
        ulong ways = 0;
        foreach (Fact derived in Contexts)
        {
            ways = ways << WayBits | (uint)way.Of(phase, facts | derived);
        }

        return ways;
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
