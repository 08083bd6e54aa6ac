using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What can be said of the rows alone, for every set of facts.</summary>
public static class TableProof
{
    public static Finding Disjoint(SwapTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Finding finding = new("rows of a phase are pairwise disjoint");
        Row[] rows = table.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = i + 1; j < rows.Length && rows[j].From == rows[i].From; j++)
            {
                finding.Tried++;
                bool apart = (rows[i].Require & rows[j].Forbid) != Fact.None
                    || (rows[j].Require & rows[i].Forbid) != Fact.None;
                finding.Broken ??= apart ? null : $" {rows[i].From}: both to {rows[i].To} and to {rows[j].To} with "
                    + (rows[i].Require | rows[j].Require);
            }
        }

        return finding;
    }

    /// <summary>No row forbids what it requires, or waits for what its table never makes true.</summary>
    public static Finding Sound(SwapTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Finding finding = new("no row waits for what can never be");
        foreach (Row row in table.Rows)
        {
            finding.Tried++;
            int from = (int)row.From;
            bool never = (row.Require & row.Forbid) != Fact.None
                || (row.Require.HasFlag(Fact.RetryLeft) && table.Retries[from] == 0)
                || (row.Require.HasFlag(Fact.PhaseExpired) && table.LimitMs[from] == 0)
                || (row.Require.HasFlag(Fact.MorePacks) && table.Packs < 2);
            finding.Broken ??= never ? $" {row.From} -> {row.To} with {row.Require}" : null;
        }

        return finding;
    }

    /// <summary>All subsets of what the rows of a limited phase look at, its limit reached.</summary>
    public static Finding WayOut(SwapTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Finding finding = new("every phase has a way out at its limit, whatever the facts");
        for (int phase = 0; phase < SwapTable.Phases; phase++)
        {
            if (table.LimitMs[phase] > 0)
            {
                TrySubsets(table, (Phase)phase, finding);
            }
        }

        return finding;
    }

    /// <summary>Without a person no phase comes again, but for bounded retries and the vehicle's next pack.</summary>
    public static Finding NoLoop(SwapTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Finding finding = new("no automatic way leads back to where it came from");
        for (int phase = 0; phase < SwapTable.Phases; phase++)
        {
            finding.Tried++;
            uint reached = 0;
            Reach(table, (Phase)phase, ref reached);
            bool again = (reached >> phase & 1) != 0;
            finding.Broken ??= again ? $" {(Phase)phase} comes again without a person" : null;
        }

        foreach (Row row in table.Rows.Where(row => row.From == row.To))
        {
            finding.Tried++;
            bool bounded = (row.Require & Fact.RetryLeft) != Fact.None;
            finding.Broken ??= bounded ? null : $" {row.From} is tried again without end";
        }

        return finding;
    }

    private static void Reach(SwapTable table, Phase from, ref uint reached)
    {
        foreach (Row row in table.Rows.Where(row => row.From == from && row.To != from && IsAutomatic(row)))
        {
            uint bit = 1u << (int)row.To;
            if ((reached & bit) == 0)
            {
                reached |= bit;
                Reach(table, row.To, ref reached);
            }
        }
    }

    /// <summary>Idle is the end of a swap, and a latch is moved by a person.</summary>
    private static bool IsAutomatic(Row row) =>
        (row.Require & (Fact.Confirmed | Fact.MorePacks)) == Fact.None && row.To != Phase.Idle
        && row.From is not (Phase.Idle or Phase.OutOfService);

    private static void TrySubsets(SwapTable table, Phase phase, Finding finding)
    {
        Fact looked = table.Rows.Where(row => row.From == phase)
            .Aggregate(Fact.None, (facts, row) => facts | row.Require | row.Forbid);
        ulong mask = (ulong)(looked & ~(Fact.PhaseExpired | Fact.PhaseSettled));
        const Fact always = Fact.PhaseExpired | Fact.PhaseSettled;
        ulong subset = 0;
        do
        {
            Fact facts = (Fact)subset;
            bool stops = SwapCauses.Of(phase, facts) != Fault.None;
            bool must = (facts & Fact.MustStop) != Fact.None;
            if ((must || !stops) && (must || (facts & Fact.Emergency) == Fact.None))
            {
                finding.Tried++;
                if (table.Find(phase, facts | always) < 0)
                {
                    finding.Broken ??= $" {phase} stays for ever with {facts}";
                }
            }

            subset = (subset - mask) & mask;
        }
        while (subset != 0);
    }
}
