using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Check;

/// <summary>Every way to break a table at one place.</summary>
public sealed class SwapMutants(Func<SwapProfile> profile, IReadOnlyList<Phase> reached)
{
    private const int Bits = 64;

    private readonly Row[] _rows = new SwapTable(profile()).Rows;

    public IEnumerable<SwapMutant> All() =>
        [.. Rows(), .. LostInterlocks(), .. Causes(), .. Drives(), .. Numbers()];

    private static IEnumerable<Fact> BitsOf(Fact facts) =>
        Enumerable.Range(0, Bits).Select(bit => (Fact)(1UL << bit)).Where(fact => (facts & fact) != Fact.None);

    private static string NameOf(Row row, int index) => $"row {index} {row.From} -> {row.To} {row.Fault}";

    private IEnumerable<SwapMutant> Rows()
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            Row row = _rows[i];
            string name = NameOf(row, i);
            yield return WithRow(name + ": deleted", i, null);
            foreach (Fact fact in BitsOf(row.Require))
            {
                Row weak = new(row.From, row.Require & ~fact, row.Forbid, row.To, row.Fault);
                yield return WithRow($"{name}: does not require {fact}", i, weak);
            }

            foreach (Fact fact in BitsOf(row.Forbid))
            {
                Row weak = new(row.From, row.Require, row.Forbid & ~fact, row.To, row.Fault);
                yield return WithRow($"{name}: does not forbid {fact}", i, weak);
            }

            foreach (Phase to in reached.Where(to => to != row.To))
            {
                yield return WithRow(
                    $"{name}: leads to {to}", i, new(row.From, row.Require, row.Forbid, to, row.Fault));
            }
        }
    }

    private SwapMutant WithRow(string name, int index, Row? with)
    {
        List<Row> rows = [.. _rows];
        rows.RemoveAt(index);
        if (with is not null)
        {
            rows.Insert(index, with);
        }

        return new SwapMutant(name, new SwapTable(profile(), [.. rows]), [_rows[index].From]);
    }

    /// <summary>As the rows would be if the firmware's interlocks left a fact out.</summary>
    private IEnumerable<SwapMutant> LostInterlocks()
    {
        foreach (Phase phase in reached)
        {
            foreach (Fact fact in BitsOf(Interlocks.Of(phase)))
            {
                Row[] rows = [.. _rows.Where(row => row.From != phase || (row.Forbid & fact) == Fact.None).Select(
                    row => row.From != phase ? row
                        : new Row(phase, row.Require & ~fact, row.Forbid, row.To, row.Fault))];
                yield return new SwapMutant($"{phase}: no interlock {fact}", new SwapTable(profile(), rows), [phase]);
            }

            foreach (Fact fact in BitsOf(Interlocks.Never(phase)))
            {
                Row[] rows = [.. _rows.Where(row => row.From != phase || (row.Require & fact) == Fact.None).Select(
                    row => row.From != phase ? row
                        : new Row(phase, row.Require, row.Forbid & ~fact, row.To, row.Fault))];
                yield return new SwapMutant($"{phase}: not held by {fact}", new SwapTable(profile(), rows), [phase]);
            }
        }
    }

    private IEnumerable<SwapMutant> Causes()
    {
        Cause[] all = SwapCauses.All;
        for (int i = 0; i < all.Length; i++)
        {
            Cause cause = all[i];
            Phase[] phases = [.. reached.Where(cause.Counts)];
            yield return WithCauses($"no cause {cause.Fact}", [.. all.Where(other => other != cause)], phases);
            foreach (Phase phase in phases)
            {
                Cause[] causes = [.. all];
                causes[i] = new Cause(cause.Fact, cause.Phases & ~(1u << (int)phase), cause.Fault);
                yield return WithCauses($"cause {cause.Fact} does not count in {phase}", causes, [phase]);
            }
        }
    }

    private SwapMutant WithCauses(string name, Cause[] causes, IReadOnlyList<Phase> phases) =>
        new(name, new SwapTable(profile(), _rows, causes, SwapTable.Outputs), phases);

    private IEnumerable<SwapMutant> Drives()
    {
        foreach (Phase phase in reached)
        {
            foreach (Drive drive in Enum.GetValues<Drive>().Where(drive => drive is not (Drive.None or Drive.Motion)))
            {
                Drive[] drives = [.. SwapTable.Outputs];
                drives[(int)phase] ^= drive;
                yield return new SwapMutant(
                    $"{phase}: {drive} {(drives[(int)phase].HasFlag(drive) ? "added" : "left out")}",
                    new SwapTable(profile(), _rows, SwapCauses.All, drives), [phase]);
            }
        }
    }

    private IEnumerable<SwapMutant> Numbers()
    {
        SwapTable endless = new(profile(), _rows);
        endless.LimitMs[(int)Phase.Releasing] = 0;
        yield return new SwapMutant("Releasing: no limit", endless, [Phase.Releasing]);
        StepPlan[] steps = profile().Steps;
        for (int i = 0; i < steps.Length; i++)
        {
            StepPlan step = steps[i];
            yield return WithStep($"{step.Phase}: no limit", i,
                new StepPlan(step.Phase, step.Require, step.Forbid, 0, step.Retries, step.GoesBack));
            if (step.Retries > 0)
            {
                yield return WithStep($"{step.Phase}: no retries", i,
                    new StepPlan(step.Phase, step.Require, step.Forbid, step.LimitMs, 0, step.GoesBack));
            }
        }
    }

    private SwapMutant WithStep(string name, int index, StepPlan with)
    {
        SwapProfile other = profile();
        other.Steps[index] = with;
        return new SwapMutant(name, new SwapTable(other, _rows), [with.Phase]);
    }
}
